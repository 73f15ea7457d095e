package org.robustest.transformation;

import org.robustest.samples.Sample;

/** To another rate and back, both times by straight lines between the values, without a filter. */
record Resampling(double samplingRate, double throughRate) implements Transformation {

    @Override
    public float[] apply(Sample sample, long seed) {
        Channels channels = Channels.of(sample.shape(), this);
        int length = channels.length();
        float[] values = sample.input();
        double[] between = new double[1 + (int) Math.floor((length - 1) * throughRate / samplingRate)];
        for (int start = 0; start < values.length; start += length) {
            double[] channel = new double[length];
            for (int t = 0; t < length; t++) {
                channel[t] = values[start + t];
            }
            for (int t = 0; t < between.length; t++) {
                between[t] = at(channel, t * samplingRate / throughRate);
            }
            for (int t = 0; t < length; t++) {
                values[start + t] = (float) at(between, t * throughRate / samplingRate);
            }
        }
        return values;
    }

    /** The value at a time between two values; behind the last one, that. */
    private static double at(double[] values, double time) {
        int before = (int) Math.floor(time);
        if (before >= values.length - 1) {
            return values[values.length - 1];
        }
        double share = time - before;
        return (1 - share) * values[before] + share * values[before + 1];
    }

    @Override
    public String toString() {
        return "resampling(" + samplingRate + ", " + throughRate + ")";
    }
}
