package org.robustest.classifier;

/** Gives the direction in logit space whose gradient is wanted: the derivative of a loss with respect to the logits. */
@FunctionalInterface
public interface Cotangent {

    /**
     * Writes the cotangent of one input.
     *
     * @param index the index of the input in its batch
     * @param logits the logits of that input {@code [K]}; not to be changed or kept
     * @param cotangent receives the cotangent {@code [K]}; not to be kept
     */
    void write(int index, float[] logits, float[] cotangent);
}
