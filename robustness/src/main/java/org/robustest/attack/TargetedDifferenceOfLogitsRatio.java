package org.robustest.attack;

import java.util.Arrays;

/** See {@link Loss#targetedDlr}. */
record TargetedDifferenceOfLogitsRatio(int target) implements Loss {

    @Override
    public double value(float[] logits, int label) {
        int[] order = LogitOrder.of(logits);
        double width = logits[order[0]] - ((double) logits[order[2]] + logits[order[3]]) / 2;
        return LogitOrder.ratio((double) logits[target] - logits[label], width);
    }

    /** The derivative times the denominator, which is not negative. */
    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        int[] order = LogitOrder.of(logits);
        float ratio = (float) value(logits, label);
        Arrays.fill(cotangent, 0);
        cotangent[target] += 1;
        cotangent[label] -= 1;
        cotangent[order[0]] -= ratio;
        cotangent[order[2]] += ratio / 2;
        cotangent[order[3]] += ratio / 2;
    }

    @Override
    public int fewestClasses() {
        return 4;
    }

    @Override
    public String toString() {
        return "targetedDlr(" + target + ")";
    }
}
