package org.robustest.benchmarks.engine;

import java.util.Arrays;

/**
 * An engine that is given a batch piece by piece: the values of all layers for 800 long inputs need gigabytes, which makes
 * PyTorch slower by half and Deeplearning4j run out of memory.
 */
final class InPieces implements GradientEngine {

    /** The most values of inputs in a piece; a hundred inputs of {@code ecg12}, where PyTorch and Deeplearning4j are fast. */
    private static final int MOST_VALUES = 3_000_000;

    private final GradientEngine engine;
    private final int inputSize;
    private final int most;

    InPieces(GradientEngine engine, int inputSize, int classCount) {
        this.engine = engine;
        this.inputSize = inputSize;
        // The logit that an input is asked for stays the same only if a piece begins with logit 0.
        this.most = Math.max(MOST_VALUES / inputSize / classCount, 1) * classCount;
    }

    @Override
    public float[] gradients(float[] inputs, int count) {
        if (count <= most) {
            return engine.gradients(inputs, count);
        }
        float[] gradients = new float[count * inputSize];
        for (int first = 0; first < count; first += most) {
            int n = Math.min(most, count - first);
            int from = first * inputSize;
            float[] piece = Arrays.copyOfRange(inputs, from, from + n * inputSize);
            System.arraycopy(engine.gradients(piece, n), 0, gradients, from, n * inputSize);
        }
        return gradients;
    }
}
