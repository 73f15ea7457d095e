package org.robustest.attack;

import org.robustest.attack.internal.Margin;

/** See {@link Loss#margin()}. */
enum UntargetedMargin implements Loss {
    INSTANCE;

    @Override
    public double value(float[] logits, int label) {
        return Margin.ofStrongestRival(logits, label);
    }

    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        Loss.margin(Margin.strongestRival(logits, label)).cotangent(logits, label, cotangent);
    }

    @Override
    public String toString() {
        return "margin";
    }
}
