package org.robustest.attack;

/** The cross-entropy with a derivative that does not fade; see {@link Loss#crossEntropy()}. */
enum CrossEntropy implements Loss {
    INSTANCE;

    @Override
    public double value(float[] logits, int label) {
        double largest = largestRival(logits, label);
        return largest + Math.log(sumOfRivals(logits, label, largest)) - logits[label];
    }

    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        double largest = largestRival(logits, label);
        double sum = sumOfRivals(logits, label, largest);
        for (int k = 0; k < logits.length; k++) {
            cotangent[k] = k == label ? -1 : (float) (Math.exp(logits[k] - largest) / sum);
        }
    }

    private static double largestRival(float[] logits, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            if (k != label) {
                largest = Math.max(largest, logits[k]);
            }
        }
        return largest;
    }

    /** Returns {@code Σ_{k≠y} exp(z_k - largest)}. */
    private static double sumOfRivals(float[] logits, int label, double largest) {
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            if (k != label) {
                sum += Math.exp(logits[k] - largest);
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return "crossEntropy";
    }
}
