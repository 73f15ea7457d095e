package org.robustest.dl4j;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Shape;

/**
 * The user's own model object, asked through its public {@code output} method.
 *
 * <p>Of probabilities, the logits are taken. Where these are {@linkplain RoundedOutputs lost in rounding}, the model is asked what
 * it has in front of its output activation. A probability of several sigmoids that DL4J rounds to 0 or 1 counts as if it were a
 * smallest normal float away from it, so that its logit stays a number.
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
            return ask(original, original.output(), Batches.of(new float[2 * inputShape.size()], 2, inputShape));
        } catch (RuntimeException e) {
            throw new ModelImportException(
                    "DL4J cannot run the model on inputs of shape " + inputShape
                            + "; give the shape of one of its inputs without the batch dimension, as in"
                            + " Dl4j.classifier(model, Shape.of(1, 187)): " + e.getMessage(),
                    e);
        }
    }

    /** Asks with a copy: an activation layer of DL4J writes into what it is given, also if that is the input of the model. */
    private static INDArray ask(OriginalModel original, UnaryOperator<INDArray> question, INDArray batch) {
        synchronized (original.model()) {
            return question.apply(batch.castTo(original.graph().dataType()).dup('c'))
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
        INDArray batch = Batches.of(inputs, count, inputShape);
        OutputActivation activation = original.outputActivation();
        synchronized (original.model()) {
            double[][] outputs = ask(original.output(), batch);
            for (int i = 0; i < count; i++) {
                activation.logits(outputs[i], logits, i * classCount());
            }
            if (Arrays.stream(outputs).anyMatch(ofOne -> new RoundedOutputs(activation, ofOne).areThere())) {
                double[][] inFront = ask(original.inFront(), batch);
                for (int i = 0; i < count; i++) {
                    new RoundedOutputs(activation, outputs[i]).putLogits(inFront[i], logits, i * classCount());
                }
            }
        }
    }

    /** Returns the answer to each input. */
    private double[][] ask(UnaryOperator<INDArray> question, INDArray batch) {
        double[] all = ask(original, question, batch).data().asDouble();
        double[][] ofEach = new double[all.length / outputCount][];
        Arrays.setAll(ofEach, i -> Arrays.copyOfRange(all, i * outputCount, (i + 1) * outputCount));
        return ofEach;
    }
}
