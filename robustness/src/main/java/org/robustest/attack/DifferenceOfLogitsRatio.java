package org.robustest.attack;

import java.util.Arrays;

/** See {@link Loss#dlr}. */
enum DifferenceOfLogitsRatio implements Loss {
    INSTANCE;

    @Override
    public double value(float[] logits, int label) {
        int[] order = LogitOrder.of(logits);
        int rival = order[0] == label ? order[1] : order[0];
        return LogitOrder.ratio((double) logits[rival] - logits[label], (double) logits[order[0]] - logits[order[2]]);
    }

    /** The derivative times the denominator, which is not negative. */
    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        int[] order = LogitOrder.of(logits);
        int rival = order[0] == label ? order[1] : order[0];
        float ratio = (float) value(logits, label);
        Arrays.fill(cotangent, 0);
        cotangent[rival] += 1;
        cotangent[label] -= 1;
        cotangent[order[0]] -= ratio;
        cotangent[order[2]] += ratio;
    }

    @Override
    public int fewestClasses() {
        return 3;
    }

    @Override
    public String toString() {
        return "dlr";
    }
}
