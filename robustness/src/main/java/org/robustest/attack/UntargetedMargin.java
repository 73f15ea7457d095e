package org.robustest.attack;

import java.util.Arrays;

/** See {@link Loss#margin()}. */
enum UntargetedMargin implements Loss {
    INSTANCE;

    @Override
    public double value(float[] logits, int label) {
        return Margin.ofStrongestRival(logits, label);
    }

    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        Arrays.fill(cotangent, 0);
        cotangent[Margin.strongestRival(logits, label)] = 1;
        cotangent[label] = -1;
    }

    @Override
    public String toString() {
        return "margin";
    }
}
