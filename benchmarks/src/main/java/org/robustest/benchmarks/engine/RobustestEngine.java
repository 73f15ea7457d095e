package org.robustest.benchmarks.engine;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.robustest.classifier.DifferentiableClassifier;

/** Robustest on a pool of as many threads as wanted. */
final class RobustestEngine implements GradientEngine {

    private final DifferentiableClassifier classifier;
    private final ForkJoinPool pool;
    private float[] logits = {};
    private float[] gradients = {};

    RobustestEngine(DifferentiableClassifier classifier, int threads) {
        this.classifier = classifier;
        this.pool = new ForkJoinPool(threads);
    }

    @Override
    public float[] gradients(float[] inputs, int count) {
        if (logits.length != count * classifier.classCount()) {
            logits = new float[count * classifier.classCount()];
            gradients = new float[count * classifier.inputShape().size()];
        }
        pool.submit(() -> classifier.inputGradients(inputs, count, RobustestEngine::oneHot, logits, gradients))
                .join();
        return gradients;
    }

    private static void oneHot(int index, float[] logits, float[] cotangent) {
        Arrays.fill(cotangent, 0);
        cotangent[index % cotangent.length] = 1;
    }
}
