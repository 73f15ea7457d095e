package org.robustest.transformation;

import org.robustest.samples.Sample;

/**
 * Noise whose power is a given share of that of the signal, channel by channel. The power of a signal is the mean of the squared
 * differences from its mean, that of the noise the mean of what is added squared.
 */
record AddedNoise(String text, double decibels, Noise noise) implements Transformation {

    AddedNoise {
        if (!Double.isFinite(decibels)) {
            throw new IllegalArgumentException(
                    "a signal-to-noise ratio is a finite number of decibels, such as 20, but it was " + decibels);
        }
    }

    @Override
    public float[] apply(Sample sample, long seed) {
        Channels channels = Channels.of(sample.shape(), this);
        float[] values = sample.input();
        double[][] drawn = noise.draw(channels, sample, seed);
        for (int c = 0; c < channels.count(); c++) {
            int start = c * channels.length();
            double wanted = power(values, start, channels.length()) * StrictMath.pow(10, -decibels / 10);
            double factor = wanted > 0 ? Math.sqrt(wanted / power(drawn[c])) : 0;
            for (int t = 0; t < channels.length(); t++) {
                values[start + t] = (float) (values[start + t] + factor * drawn[c][t]);
            }
        }
        return values;
    }

    private static double power(float[] values, int start, int length) {
        double mean = 0;
        for (int t = 0; t < length; t++) {
            mean += values[start + t];
        }
        mean /= length;
        double sum = 0;
        for (int t = 0; t < length; t++) {
            sum += (values[start + t] - mean) * (values[start + t] - mean);
        }
        return sum / length;
    }

    private static double power(double[] noise) {
        double sum = 0;
        for (double value : noise) {
            sum += value * value;
        }
        return sum / noise.length;
    }

    @Override
    public String toString() {
        return text;
    }
}
