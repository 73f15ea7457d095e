package org.robustest.evaluation;

import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/**
 * A model whose head is a linear function of its logits: {@code f(x) = (w · z(x) - c) / (c - w · z(x₀))} is -1 at the sample
 * x₀ and positive at what was planted. Its own logits are {@code (-f, f)}.
 */
final class PlantedHead implements DifferentiableClassifier {

    private final DifferentiableClassifier model;
    private final double[] direction;
    private final double offset;

    /** Creates a head from the direction w, which the scale of f is part of, and the offset c on the same scale. */
    PlantedHead(DifferentiableClassifier model, double[] direction, double offset) {
        this.model = model;
        this.direction = direction.clone();
        this.offset = offset;
    }

    @Override
    public Shape inputShape() {
        return model.inputShape();
    }

    @Override
    public int classCount() {
        return 2;
    }

    @Override
    public int preferredBatchSize() {
        return model.preferredBatchSize();
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        float[] features = new float[count * direction.length];
        model.logits(inputs, count, features);
        replace(features, count, logits);
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        float[] features = new float[count * direction.length];
        model.inputGradients(
                inputs,
                count,
                (index, z, u) -> {
                    float value = value(z, 0);
                    float[] own = new float[2];
                    cotangent.write(index, new float[] {-value, value}, own);
                    for (int k = 0; k < direction.length; k++) {
                        u[k] = (float) (direction[k] * ((double) own[1] - own[0]));
                    }
                },
                features,
                gradients);
        replace(features, count, logits);
    }

    private void replace(float[] features, int count, float[] logits) {
        for (int i = 0; i < count; i++) {
            float value = value(features, i * direction.length);
            logits[2 * i] = -value;
            logits[2 * i + 1] = value;
        }
    }

    private float value(float[] features, int first) {
        double sum = -offset;
        for (int k = 0; k < direction.length; k++) {
            sum += direction[k] * features[first + k];
        }
        return (float) sum;
    }

    /** Returns the name of the model behind. */
    @Override
    public String toString() {
        return "planted head on " + model;
    }
}
