package org.robustest.evaluation;

import org.robustest.classifier.Classifier;
import org.robustest.samples.Shape;

/** A classifier that gives the logits of another one and no gradients, for tests to override. */
class DelegatingScores implements Classifier {

    private final Classifier delegate;

    DelegatingScores(Classifier delegate) {
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
}
