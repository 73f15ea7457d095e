package org.robustest.dl4j;

import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/** A copy of a model whose parameters change, so that the model itself cannot be asked instead. */
record InTraining(DifferentiableClassifier copy) implements DifferentiableClassifier {

    @Override
    public Shape inputShape() {
        return copy.inputShape();
    }

    @Override
    public int classCount() {
        return copy.classCount();
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        copy.logits(inputs, count, logits);
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        copy.inputGradients(inputs, count, cotangent, logits, gradients);
    }
}
