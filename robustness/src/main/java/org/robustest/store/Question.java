package org.robustest.store;

import org.robustest.attack.internal.Margin;
import org.robustest.classifier.Classifier;

/** The question whether a model, the user's own object, gives an input its true class. */
final class Question {

    private final Classifier original;
    private final int label;
    private final float[] logits;

    private Question(Classifier original, int label) {
        this.original = original;
        this.label = label;
        this.logits = new float[original.classCount()];
    }

    static Question of(Classifier classifier, int label) {
        return new Question(classifier.original(), label);
    }

    /** Tells whether another class has a logit as large as that of the true one; logits that are not finite say nothing. */
    boolean isWrongAbout(float[] input) {
        original.logits(input, 1, logits);
        return areFinite() && logits[prediction()] >= logits[label];
    }

    /** Tells whether the true class has the largest logit, alone, and all logits are finite. */
    boolean isRightAbout(float[] input) {
        original.logits(input, 1, logits);
        return areFinite() && logits[prediction()] < logits[label];
    }

    private boolean areFinite() {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the class with the largest logit among the wrong ones, for the input asked about last. */
    int prediction() {
        return Margin.strongestRival(logits, label);
    }
}
