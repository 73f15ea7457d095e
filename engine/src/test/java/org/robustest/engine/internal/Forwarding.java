package org.robustest.engine.internal;

import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/** Passes every question on to a model, and shows none of its layers. */
interface Forwarding extends DifferentiableClassifier {

    DifferentiableClassifier model();

    @Override
    default Shape inputShape() {
        return model().inputShape();
    }

    @Override
    default int classCount() {
        return model().classCount();
    }

    @Override
    default void logits(float[] inputs, int count, float[] logits) {
        model().logits(inputs, count, logits);
    }

    @Override
    default void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        model().inputGradients(inputs, count, cotangent, logits, gradients);
    }
}
