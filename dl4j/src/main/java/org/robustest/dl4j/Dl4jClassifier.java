package org.robustest.dl4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/** A model that cannot be imported: DL4J itself computes its logits and gradients, one call at a time. */
final class Dl4jClassifier implements DifferentiableClassifier {

    private static final int MOST_INPUTS = 128;

    private final GraphRun run;
    private final OutputActivation activation;
    private final ModelOutput original;
    private final String reason;

    Dl4jClassifier(ModelGraph graph, OutputActivation activation, ModelOutput original, String reason) {
        this.run = new GraphRun(graph);
        this.activation = activation;
        this.original = original;
        this.reason = reason;
    }

    @Override
    public Shape inputShape() {
        return original.inputShape();
    }

    @Override
    public int classCount() {
        return original.classCount();
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        Batches.requireRoom(this, inputs, count, logits);
        forEachPart(count, (first, n) -> forward(inputs, first, n, logits));
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        Batches.requireRoom(this, inputs, count, logits);
        int size = inputShape().size();
        if (gradients.length < (long) count * size) {
            throw new IllegalArgumentException("a batch of " + count + " needs " + (long) count * size
                    + " gradient values, but the array has " + gradients.length);
        }
        forEachPart(count, (first, n) -> {
            INDArray values = forward(inputs, first, n, logits);
            INDArray cotangents = cotangents(cotangent, first, n, logits).reshape(values.shape());
            float[] products = Batches.floats(run.backward(cotangents));
            System.arraycopy(products, 0, gradients, first * size, n * size);
        });
    }

    private void forEachPart(int count, Part part) {
        for (int first = 0; first < count; first += MOST_INPUTS) {
            synchronized (run) {
                part.run(first, Math.min(MOST_INPUTS, count - first));
            }
        }
    }

    private INDArray forward(float[] inputs, int first, int count, float[] logits) {
        int size = inputShape().size();
        float[] part = Arrays.copyOfRange(inputs, first * size, (first + count) * size);
        INDArray values = run.forward(Batches.of(part, count, inputShape()));
        float[] inFront = Batches.floats(values);
        int outputs = original.outputCount();
        for (int i = 0; i < count; i++) {
            activation.logitsInFront(inFront, i * outputs, outputs, logits, (first + i) * classCount());
        }
        return values;
    }

    private INDArray cotangents(Cotangent cotangent, int first, int count, float[] logits) {
        int classes = classCount();
        int outputs = original.outputCount();
        float[] cotangents = new float[count * outputs];
        float[] ofOne = new float[classes];
        for (int i = first; i < first + count; i++) {
            Arrays.fill(ofOne, 0);
            cotangent.write(i, Arrays.copyOfRange(logits, i * classes, (i + 1) * classes), ofOne);
            activation.cotangentInFront(ofOne, outputs, cotangents, (i - first) * outputs);
        }
        return Nd4j.createFromArray(cotangents);
    }

    @Override
    public Classifier original() {
        return original;
    }

    /** Says that DL4J runs the model, and why. */
    @Override
    public String toString() {
        return "DL4J model run by DL4J itself, since it cannot be imported: " + reason;
    }

    @FunctionalInterface
    private interface Part {
        void run(int first, int count);
    }
}
