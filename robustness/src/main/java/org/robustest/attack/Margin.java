package org.robustest.attack;

/** How far the strongest wrong class is from the true one. */
final class Margin {

    private Margin() {}

    /** Returns {@code max_{j≠y} z_j - z_y}: below 0 where the model is right. */
    static double ofStrongestRival(float[] logits, int label) {
        double margin = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logits.length; k++) {
            margin = k == label ? margin : Math.max(margin, (double) logits[k] - logits[label]);
        }
        return margin;
    }
}
