package org.robustest.classifier;

import org.robustest.samples.Shape;

/**
 * A model that gives every input one logit a class.
 *
 * <p>Logits are the scores before softmax: the predicted class is the one with the largest. Implementations are safe for
 * use by several threads at once, and answer the same input always with the same logits.
 */
public interface Classifier {

    /**
     * Returns the shape of one input.
     *
     * @return the shape, without the batch dimension
     */
    Shape inputShape();

    /**
     * Returns the number of classes.
     *
     * @return the number of logits of one input, at least 2
     */
    int classCount();

    /**
     * Computes the logits of a batch.
     *
     * @param inputs the inputs, row-major {@code [N, C, L]}; not changed
     * @param count the number of inputs N, from 0
     * @param logits receives the logits, row-major {@code [N, K]}
     * @throws IllegalArgumentException if an array is too small for {@code count} inputs
     */
    void logits(float[] inputs, int count, float[] logits);

    /**
     * Returns the model that has the last word over what this classifier answers.
     *
     * <p>A classifier that was made from another model object, to run it faster, returns a classifier that asks that
     * object itself. Every counterexample is checked against it before it is believed.
     *
     * @return the original, by default this classifier
     */
    default Classifier original() {
        return this;
    }

    /**
     * Returns the number of inputs at which a batch becomes efficient.
     *
     * @return the size of the batches that an evaluation should ask for, at least 1
     */
    default int preferredBatchSize() {
        return 32;
    }
}
