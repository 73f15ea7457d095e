package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

/** What the tests of layers do with arrays. */
final class TestArrays {

    private TestArrays() {}

    static double[][] moved(double[][] inputs, double[][] tangents, double step) {
        double[][] moved = new double[inputs.length][];
        for (int n = 0; n < inputs.length; n++) {
            moved[n] = inputs[n].clone();
            for (int i = 0; i < moved[n].length; i++) {
                moved[n][i] += step * tangents[n][i];
            }
        }
        return moved;
    }

    /** The values in one of the lanes. */
    static double[] laneOf(float[] values, int lane, int lanes) {
        double[] one = new double[values.length / lanes];
        for (int i = 0; i < one.length; i++) {
            one[i] = values[i * lanes + lane];
        }
        return one;
    }

    static double[] doubles(float[] values) {
        return laneOf(values, 0, 1);
    }

    static float[][] copy(float[][] arrays) {
        return Arrays.stream(arrays).map(float[]::clone).toArray(float[][]::new);
    }

    static float[][] zeros(float[][] arrays) {
        return Arrays.stream(arrays).map(array -> new float[array.length]).toArray(float[][]::new);
    }

    static float[] plusZero(float[] values) {
        float[] sums = values.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += 0f;
        }
        return sums;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Equal up to a share of the largest value. */
    static void requireClose(double[] actual, double[] expected, double tolerance) {
        double largest =
                Math.max(1e-2, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("value %d", i).isCloseTo(expected[i], within(tolerance * largest));
        }
    }
}
