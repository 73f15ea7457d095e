package org.robustest.evaluation;

import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.samples.Shape;

/** A classifier that answers as another one does, for tests to override. */
class Delegating implements DifferentiableClassifier {
    private final DifferentiableClassifier delegate;

    Delegating(DifferentiableClassifier delegate) {
        this.delegate = delegate;
    }

    @Override
    public Shape inputShape() {
        return delegate.inputShape();
    }

    @Override
    public int classCount() {
        return delegate.classCount();
    }

    @Override
    public void logits(float[] inputs, int count, float[] logits) {
        delegate.logits(inputs, count, logits);
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        delegate.inputGradients(inputs, count, cotangent, logits, gradients);
    }
}
