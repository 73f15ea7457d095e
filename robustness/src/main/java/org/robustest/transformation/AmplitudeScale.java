package org.robustest.transformation;

import org.robustest.samples.Sample;

/** All values are multiplied by a factor. */
record AmplitudeScale(double factor) implements Transformation {

    @Override
    public float[] apply(Sample sample, long seed) {
        float[] values = sample.input();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (factor * values[i]);
        }
        return values;
    }

    @Override
    public String toString() {
        return "amplitudeScale(" + factor + ")";
    }
}
