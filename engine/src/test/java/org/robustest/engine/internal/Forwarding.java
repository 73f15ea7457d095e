package org.robustest.engine.internal;

import org.robustest.classifier.Classifier;
import org.robustest.samples.Shape;

/** Passes every question on to a model, and shows neither its layers nor its gradients. */
interface Forwarding extends Classifier {

    Classifier model();

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
}
