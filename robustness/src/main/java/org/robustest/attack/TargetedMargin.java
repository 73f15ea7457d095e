package org.robustest.attack;

import java.util.Arrays;

/** See {@link Loss#margin}. */
record TargetedMargin(int target) implements Loss {

    @Override
    public double value(float[] logits, int label) {
        return (double) logits[target] - logits[label];
    }

    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        Arrays.fill(cotangent, 0);
        cotangent[target] = 1;
        cotangent[label] = -1;
    }

    @Override
    public String toString() {
        return "margin(" + target + ")";
    }
}
