package org.robustest.evaluation;

import java.util.List;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * A random affine classifier with two classes, random samples, and the exact answer: how far each sample is, within the
 * range 0..1, from the nearest input that is not classified correctly.
 */
final class AffineProblem {

    private static final int FEATURES = 20;

    private final float[] weights;
    private final float[] biases;
    private final Samples samples;

    AffineProblem(String name, int count) {
        RandomStream random = RandomStream.of(5, name);
        weights = new float[2 * FEATURES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (2 * random.nextDouble() - 1);
        }
        biases = new float[2];
        for (int i = 0; i < FEATURES; i++) {
            biases[0] -= weights[i] / 2;
            biases[1] -= weights[FEATURES + i] / 2;
        }
        Samples.Builder builder =
                Samples.builder(Shape.of(FEATURES), List.of("first", "second")).within(0, 1);
        for (int i = 0; i < count; i++) {
            float[] input = new float[FEATURES];
            for (int j = 0; j < FEATURES; j++) {
                input[j] = (float) random.nextDouble();
            }
            // One in ten gets the wrong label, so that the model is not perfect.
            int label = (margin(input, 0, 0) > 0 ? 0 : 1) ^ (i % 10 == 0 ? 1 : 0);
            builder.add("sample " + i, input, label);
        }
        samples = builder.build();
    }

    Samples samples() {
        return samples;
    }

    Network model() {
        return Network.sequential(Shape.of(FEATURES), List.of(Dense.of(weights, biases)));
    }

    /** Returns a model of the same inputs that gives all of them the first class, though not the same logits. */
    static Network alwaysFirst() {
        float[] weights = new float[2 * FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            weights[i] = 1e-3f * (i - 10);
        }
        return Network.sequential(Shape.of(FEATURES), List.of(Dense.of(weights, new float[] {1, 0})));
    }

    /** Returns the exact radius by bisection on the smallest margin within the box, which is a sum over coordinates. */
    double radius(Sample sample) {
        double low = 0;
        double high = 1;
        if (margin(sample.input(), sample.label(), 0) <= 0) {
            return 0;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (margin(sample.input(), sample.label(), middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double margin(float[] input, int label, double epsilon) {
        double margin = (double) biases[label] - biases[1 - label];
        for (int i = 0; i < FEATURES; i++) {
            double w = (double) weights[label * FEATURES + i] - weights[(1 - label) * FEATURES + i];
            double worst = w > 0 ? Math.max(0, input[i] - epsilon) : Math.min(1, input[i] + epsilon);
            margin += w * worst;
        }
        return margin;
    }
}
