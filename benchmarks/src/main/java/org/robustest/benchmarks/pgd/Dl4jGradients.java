package org.robustest.benchmarks.pgd;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/**
 * A DL4J model attacked with the gradients that DL4J itself computes.
 *
 * <p>DL4J differentiates nothing but the loss of the model, here the cross-entropy after softmax. A cotangent therefore
 * only says for which label: the one whose logit is to fall most. For PGD in the L-infinity norm that is enough, because
 * the gradient of the loss is that of Robustest times the probability of the wrong classes, and a step takes its signs.
 */
final class Dl4jGradients implements DifferentiableClassifier {

    private static final int BATCH_SIZE = 512;

    private final MultiLayerNetwork model;
    private final Shape inputShape;
    private final int classCount;

    Dl4jGradients(MultiLayerNetwork model, Shape inputShape, int classCount) {
        this.model = model;
        this.inputShape = inputShape;
        this.classCount = classCount;
    }

    @Override
    public Shape inputShape() {
        return inputShape;
    }

    @Override
    public int classCount() {
        return classCount;
    }

    @Override
    public int preferredBatchSize() {
        return BATCH_SIZE;
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        if (count > 0) {
            synchronized (model) {
                writeLogits(model.output(batch(inputs, count)), logits);
            }
        }
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        if (count == 0) {
            return;
        }
        synchronized (model) {
            INDArray batch = batch(inputs, count);
            writeLogits(model.output(batch), logits);
            INDArray labels = labels(count, cotangent, logits);
            float[] computed =
                    floats(model.calculateGradients(batch, labels, null, null).getSecond());
            System.arraycopy(computed, 0, gradients, 0, count * inputShape.size());
        }
    }

    private INDArray batch(float[] inputs, int count) {
        int size = inputShape.size();
        return Nd4j.createFromArray(Arrays.copyOf(inputs, count * size)).reshape(count, size);
    }

    private void writeLogits(INDArray probabilities, float[] logits) {
        float[] values = floats(probabilities);
        for (int i = 0; i < values.length; i++) {
            logits[i] = (float) Math.log(Math.max(values[i], Float.MIN_NORMAL));
        }
    }

    private INDArray labels(int count, Cotangent cotangent, float[] logits) {
        float[] labels = new float[count * classCount];
        float[] ofOne = new float[classCount];
        float[] direction = new float[classCount];
        for (int i = 0; i < count; i++) {
            System.arraycopy(logits, i * classCount, ofOne, 0, classCount);
            cotangent.write(i, ofOne, direction);
            labels[i * classCount + smallest(direction)] = 1;
        }
        return Nd4j.createFromArray(labels).reshape(count, classCount);
    }

    private static int smallest(float[] values) {
        int smallest = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] < values[smallest]) {
                smallest = k;
            }
        }
        return smallest;
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
