package org.robustest.attack;

import java.util.Arrays;

/** A search that wants no gradient anywhere. */
abstract class GradientFreeSearch implements Search {

    @Override
    public final boolean wantsGradient() {
        return false;
    }

    @Override
    public final void cotangent(float[] logits, float[] cotangent) {
        Arrays.fill(cotangent, 0);
        observe(logits);
    }

    /** Takes in the logits at the point proposed last; they are not to be changed or kept. */
    abstract void observe(float[] logits);

    @Override
    public final void learn(float[] gradient) {}
}
