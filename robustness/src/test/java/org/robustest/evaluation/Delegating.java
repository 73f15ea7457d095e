package org.robustest.evaluation;

import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;

/** A classifier that answers as another one does, for tests to override. */
class Delegating extends DelegatingScores implements DifferentiableClassifier {

    private final DifferentiableClassifier derived;

    Delegating(DifferentiableClassifier delegate) {
        super(delegate);
        this.derived = delegate;
    }

    @Override
    public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
        derived.inputGradients(inputs, count, cotangent, logits, gradients);
    }
}
