package org.robustest.attack;

/** See {@link Loss#orElse}. */
record LossOrElse(Loss first, Loss second) implements Loss {

    private Loss of(float[] logits) {
        return logits.length < first.fewestClasses() ? second : first;
    }

    @Override
    public double value(float[] logits, int label) {
        return of(logits).value(logits, label);
    }

    @Override
    public void cotangent(float[] logits, int label, float[] cotangent) {
        of(logits).cotangent(logits, label, cotangent);
    }

    @Override
    public int fewestClasses() {
        return Math.min(first.fewestClasses(), second.fewestClasses());
    }

    @Override
    public String toString() {
        return first + " or " + second;
    }
}
