package com.example;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** A model that takes a beat for one of the class whose mean beat is nearest: the logits are m·x - |m|²/2. */
final class NearestMean {

    private NearestMean() {}

    static DifferentiableClassifier of(Samples beats) {
        int classes = beats.classNames().size();
        int size = beats.shape().size();
        float[] means = new float[classes * size];
        int[] counts = beats.countsByLabel();
        for (Sample beat : beats) {
            for (int i = 0; i < size; i++) {
                means[beat.label() * size + i] += beat.input()[i] / counts[beat.label()];
            }
        }
        float[] biases = new float[classes];
        for (int i = 0; i < means.length; i++) {
            biases[i / size] -= means[i] * means[i] / 2;
        }
        return Network.sequential(beats.shape(), List.of(Dense.of(means, biases)));
    }
}
