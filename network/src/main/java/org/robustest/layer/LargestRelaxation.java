package org.robustest.layer;

import org.robustest.network.LinearRows;

/**
 * Linear functions below and above the largest of some values: below it, the value whose lower bound is largest; above it,
 * what each value that may be larger can add to that bound, {@code L + Σ (u - L)/(u - l) (x - l)}, or the largest upper bound
 * if that is less in the middle.
 */
final class LargestRelaxation {

    private final float[][] coefficients;
    private final int[] indexes;
    private final double[] lower;
    private final double[] upper;
    private int count;

    LargestRelaxation(int most) {
        coefficients = new float[most][];
        indexes = new int[most];
        lower = new double[most];
        upper = new double[most];
    }

    void clear() {
        count = 0;
    }

    /** Adds a value by its bounds, and where its coefficients are. */
    void add(float[] inputCoefficients, int index, double low, double high) {
        coefficients[count] = inputCoefficients;
        indexes[count] = index;
        lower[count] = low;
        upper[count] = high;
        count++;
    }

    void relax(LinearRows rows, float[] outputCoefficients, int output) {
        int best = 0;
        for (int n = 1; n < count; n++) {
            best = lower[n] > lower[best] ? n : best;
        }
        rows.addSlopes(outputCoefficients, output, 1, 0, coefficients[best], indexes[best], magnitude(best));
        double greatest = upper[best];
        double middle = 0;
        boolean isDecided = true;
        for (int n = 0; n < count; n++) {
            greatest = Math.max(greatest, upper[n]);
            middle += n == best ? 0 : Math.max(0, upper[n] - lower[best]) / 2;
            isDecided &= n == best || upper[n] <= lower[best];
        }
        double least = lower[best];
        if (isDecided) {
            rows.addSlopes(outputCoefficients, output, 0, 1, coefficients[best], indexes[best], magnitude(best));
        } else if (greatest - least <= middle + (upper[best] - least) / 2) {
            rows.addConstants(outputCoefficients, output, 0, greatest);
        } else {
            rows.addConstants(outputCoefficients, output, 0, addLines(rows, outputCoefficients, output, least));
        }
    }

    private double addLines(LinearRows rows, float[] outputCoefficients, int output, double least) {
        double constant = least;
        for (int n = 0; n < count; n++) {
            if (upper[n] > least) {
                double slope = (upper[n] - least) / (upper[n] - lower[n]);
                rows.addSlopes(outputCoefficients, output, 0, slope, coefficients[n], indexes[n], magnitude(n));
                constant -= slope * lower[n];
            }
        }
        return constant + Math.abs(constant) * 1e-12 + 1e-12 * Math.abs(least);
    }

    private double magnitude(int n) {
        return Math.max(Math.abs(lower[n]), Math.abs(upper[n]));
    }
}
