package org.robustest.attack.internal;

/** How far the strongest wrong class is from the true one. */
public final class Margin {

    private Margin() {}

    /**
     * Returns {@code max_{j≠y} z_j - z_y}: below 0 where the model is right.
     *
     * @param logits the logits z {@code [K]}
     * @param label the true class y
     * @return the margin
     */
    public static double ofStrongestRival(float[] logits, int label) {
        return (double) logits[strongestRival(logits, label)] - logits[label];
    }

    /**
     * Returns the first of the classes with the largest logit, but for the true one.
     *
     * @param logits the logits {@code [K]}
     * @param label the true class
     * @return the class, from 0 to K - 1
     */
    public static int strongestRival(float[] logits, int label) {
        int rival = label == 0 ? 1 : 0;
        for (int k = rival + 1; k < logits.length; k++) {
            rival = k != label && logits[k] > logits[rival] ? k : rival;
        }
        return rival;
    }
}
