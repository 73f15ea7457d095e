package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;

/** What attacks ask of a model before they start. */
final class Requirements {

    private Requirements() {}

    /** Requires that a model gives gradients. */
    static void gradients(Attack attack, Classifier classifier) {
        if (!(classifier instanceof DifferentiableClassifier)) {
            throw new IllegalArgumentException(attack + " follows gradients, which the model does not give: "
                    + classifier.getClass().getName() + " is no DifferentiableClassifier; attack it by Square or Spsa,"
                    + " which ask for logits only, by HopSkipJump, which asks for labels only, or by UniformNoise");
        }
    }

    /** Requires that a loss makes sense for a model. */
    static void classes(Loss loss, Classifier classifier) {
        if (classifier.classCount() < loss.fewestClasses()) {
            throw new IllegalArgumentException("the loss " + loss + " compares the logits of at least "
                    + loss.fewestClasses() + " classes, but the model has " + classifier.classCount()
                    + "; use Loss.crossEntropy() or Loss.margin(target), which serve any number of classes");
        }
    }
}
