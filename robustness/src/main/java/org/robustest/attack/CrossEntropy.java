package org.robustest.attack;

/** The cross-entropy with a derivative that does not fade; see {@link Loss#crossEntropy()}. */
enum CrossEntropy implements Loss {
    INSTANCE;

    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            if (k != label) {
                largest = Math.max(largest, logits[k]);
            }
        }
        double sum = 0;
        for (int k = 0; k < logits.length; k++) {
            if (k != label) {
                sum += Math.exp(logits[k] - largest);
            }
        }
        for (int k = 0; k < logits.length; k++) {
            cotangent[k] = k == label ? -1 : (float) (Math.exp(logits[k] - largest) / sum);
        }
    }

    @Override
    public String toString() {
        return "crossEntropy";
    }
}
