package org.robustest.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Shape;

/**
 * The user's own model object, asked through its public {@code output} method.
 *
 * <p>Of probabilities, the logarithms are taken: they are the logits but for a constant. A probability that DL4J rounds to 0
 * counts as the smallest normal float, so that it stays a number and stays the smallest.
 */
final class ModelOutput implements Classifier {

    private final MultiLayerNetwork model;
    private final Shape inputShape;
    private final int classCount;
    private final boolean givesProbabilities;

    ModelOutput(MultiLayerNetwork model, Shape inputShape, int classCount) {
        this.model = model;
        this.inputShape = inputShape;
        this.classCount = classCount;
        this.givesProbabilities = OutputActivation.of(model).isSoftmax();
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public int classCount() {
        return classCount;
    }

    /** {@inheritDoc} One call at a time: a DL4J model keeps the activations of its last call in itself. */
    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        int size = inputShape.size();
        if (count < 0 || inputs.length < (long) count * size || logits.length < (long) count * classCount) {
            throw new IllegalArgumentException("a batch of " + count + " needs " + (long) count * size
                    + " input values and " + (long) count * classCount + " logits, but the arrays have "
                    + inputs.length + " and " + logits.length);
        }
        if (count == 0) {
            return;
        }
        INDArray batch =
                Nd4j.createFromArray(Arrays.copyOf(inputs, count * size)).reshape(count, size);
        float[] outputs;
        synchronized (model) {
            outputs = model.output(batch.castTo(model.params().dataType()))
                    .castTo(DataType.FLOAT)
                    .dup('c')
                    .data()
                    .asFloat();
        }
        for (int i = 0; i < count * classCount; i++) {
            logits[i] = givesProbabilities ? logarithm(outputs[i]) : outputs[i];
        }
    }

    private static float logarithm(float probability) {
        return (float) Math.log(Math.max(probability, Float.MIN_NORMAL));
    }
}
