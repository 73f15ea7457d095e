package org.robustest.benchmarks.engine;

/** What computes input gradients of a model. */
@FunctionalInterface
public interface GradientEngine {

    /**
     * Computes, for each input i, the gradient of logit i mod K with respect to the input.
     *
     * @param inputs the inputs, row-major {@code [N, C, L]}
     * @param count the number of inputs N
     * @return the gradients, row-major {@code [N, C, L]}, valid until the next call
     */
    float[] gradients(float[] inputs, int count);
}
