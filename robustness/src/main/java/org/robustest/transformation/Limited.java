package org.robustest.transformation;

import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/** A transformation whose values stay in a range. */
record Limited(Transformation transformation, InputRange range) implements Transformation {

    @Override
    public float[] apply(Sample sample, long seed) {
        float[] values = transformation.apply(sample, seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(range.low(), Math.min(range.high(), values[i]));
        }
        return values;
    }

    @Override
    public String toString() {
        return transformation + ".within(" + range.low() + ", " + range.high() + ")";
    }
}
