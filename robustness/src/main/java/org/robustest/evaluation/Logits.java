package org.robustest.evaluation;

/** What the logits of one input say about its class. */
final class Logits {

    private Logits() {}

    /** Returns the class with the largest logit among those that are not the label. */
    static int strongestRival(float[] logits, int label) {
        int strongest = label == 0 ? 1 : 0;
        for (int k = strongest + 1; k < logits.length; k++) {
            if (k != label && logits[k] > logits[strongest]) {
                strongest = k;
            }
        }
        return strongest;
    }

    /** Returns the logit of the label minus the largest of the others. */
    static double margin(float[] logits, int label) {
        return (double) logits[label] - logits[strongestRival(logits, label)];
    }

    /**
     * Tells whether the label has the largest logit, alone. A tie is no correct answer: otherwise a model that gives every
     * class the same logit would be right, and robust, on one class.
     */
    static boolean areCorrect(float[] logits, int label) {
        return margin(logits, label) > 0;
    }

    static boolean areFinite(float[] logits) {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the largest absolute value. */
    static double largest(float[] logits) {
        double largest = 0;
        for (float logit : logits) {
            largest = Math.max(largest, Math.abs(logit));
        }
        return largest;
    }
}
