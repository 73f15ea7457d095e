package org.robustest.benchmarks.training;

import org.robustest.benchmarks.engine.TorchTraining;
import org.robustest.samples.Samples;

/** Trains by PyTorch. */
final class TorchSteps implements StepEngine {

    private final TorchTraining training;
    private final Samples samples;
    private int next;

    TorchSteps(TorchTraining training, Samples samples) {
        this.training = training;
        this.samples = samples;
    }

    @Override
    public double millisPerStep(ObjectiveKind objective, int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            int size = samples.shape().size();
            float[] inputs = new float[RandomBatches.SIZE * size];
            long[] labels = new long[RandomBatches.SIZE];
            for (int j = 0; j < labels.length; j++) {
                samples.get(next).copyInputTo(inputs, j * size);
                labels[j] = samples.get(next).label();
                next = (next + 1) % samples.size();
            }
            training.step(inputs, labels, objective == ObjectiveKind.NSR);
        }
        return (System.nanoTime() - start) * 1e-6 / steps;
    }
}
