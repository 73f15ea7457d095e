package org.robustest.engine.internal;

import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;

/** Passes questions about gradients on as well. */
interface ForwardingGradients extends Forwarding, DifferentiableClassifier {

    @Override
    DifferentiableClassifier model();

    @Override
    default void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        model().inputGradients(inputs, count, cotangent, logits, gradients);
    }
}
