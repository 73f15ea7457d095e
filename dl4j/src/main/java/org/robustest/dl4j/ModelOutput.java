package org.robustest.dl4j;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Shape;

/**
 * The user's own model object, asked through its public {@code output} method.
 *
 * <p>Of probabilities, the logits are taken. A probability that DL4J rounds to 0 or 1 counts as if it were a smallest
 * normal float away from it, so that its logit stays a number.
 */
final class ModelOutput implements Classifier {

    private final OriginalModel original;
    private final Shape inputShape;
    private final int outputCount;

    private ModelOutput(OriginalModel original, Shape inputShape, int outputCount) {
        this.original = original;
        this.inputShape = inputShape;
        this.outputCount = outputCount;
    }

    /**
     * Asks the model for the outputs of two inputs, to learn how many there are.
     *
     * @throws ModelImportException if the model does not accept inputs of this shape, or does not give a vector for each
     */
    static ModelOutput of(OriginalModel original, Shape inputShape) {
        INDArray outputs = trial(original, inputShape);
        int count = (int) (outputs.length() / 2);
        boolean isVectors =
                outputs.size(0) == 2 && Arrays.stream(outputs.shape()).anyMatch(size -> size == count);
        if (!isVectors || original.outputActivation().classCount(count) < 2) {
            throw new ModelImportException("a classifier gives every input a vector of at least two logits or the"
                    + " probability of one of two classes, but for 2 inputs of shape " + inputShape
                    + " the model gave outputs of shape " + Arrays.toString(outputs.shape()) + " after the activation "
                    + original.outputActivation());
        }
        return new ModelOutput(original, inputShape, count);
    }

    private static INDArray trial(OriginalModel original, Shape inputShape) {
        try {
            return ask(original, Batches.of(new float[2 * inputShape.size()], 2, inputShape));
        } catch (RuntimeException e) {
            throw new ModelImportException(
                    "DL4J cannot run the model on inputs of shape " + inputShape
                            + "; give the shape of one of its inputs without the batch dimension, as in"
                            + " Dl4j.classifier(model, Shape.of(1, 187)): " + e.getMessage(),
                    e);
        }
    }

    private static INDArray ask(OriginalModel original, INDArray batch) {
        synchronized (original.model()) {
            return original.output()
                    .apply(batch.castTo(original.graph().dataType()))
                    .castTo(DataType.DOUBLE)
                    .dup('c');
        }
    }

    int outputCount() {
        return outputCount;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public int classCount() {
        return original.outputActivation().classCount(outputCount);
    }

    /** {@inheritDoc} One call at a time: a DL4J model keeps the activations of its last call in itself. */
    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        Batches.requireRoom(this, inputs, count, logits);
        if (count == 0) {
            return;
        }
        double[] outputs =
                ask(original, Batches.of(inputs, count, inputShape)).data().asDouble();
        for (int i = 0; i < count; i++) {
            double[] ofOne = Arrays.copyOfRange(outputs, i * outputCount, (i + 1) * outputCount);
            original.outputActivation().logits(ofOne, logits, i * classCount());
        }
    }
}
