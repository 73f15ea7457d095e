package org.robustest.evaluation;

import org.robustest.classifier.Classifier;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Whether a model can be asked about samples. */
final class Fit {

    private Fit() {}

    static void require(Classifier classifier, Samples samples) {
        Shape expected = classifier.inputShape();
        if (!expected.matches(samples.shape())) {
            throw new IllegalArgumentException(
                    "the model takes inputs of shape " + expected + ", but the samples have shape " + samples.shape());
        }
        if (classifier.classCount() != samples.classNames().size()) {
            throw new IllegalArgumentException("the model has " + classifier.classCount()
                    + " outputs, but the samples have " + samples.classNames().size() + " classes: "
                    + samples.classNames());
        }
    }
}
