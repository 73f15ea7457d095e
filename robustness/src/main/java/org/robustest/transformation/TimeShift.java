package org.robustest.transformation;

import org.robustest.samples.Sample;

/** Everything happens later, or earlier if the number is negative. */
record TimeShift(int values) implements Transformation {

    @Override
    public float[] apply(Sample sample, long seed) {
        Channels channels = Channels.of(sample.shape(), this);
        float[] input = sample.input();
        float[] shifted = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            long time = (long) i % channels.length() - values;
            int held = (int) Math.max(0, Math.min(channels.length() - 1L, time));
            shifted[i] = input[i - i % channels.length() + held];
        }
        return shifted;
    }

    @Override
    public String toString() {
        return "timeShift(" + values + ")";
    }
}
