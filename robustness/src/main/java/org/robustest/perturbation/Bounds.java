package org.robustest.perturbation;

import org.robustest.samples.InputRange;

/** The smallest and the largest float that each value may become. */
final class Bounds {

    private final float[] low;
    private final float[] high;

    private Bounds(float[] low, float[] high) {
        this.low = low;
        this.high = high;
    }

    /** Returns the same bounds for all values: those of a range, or the largest finite floats. */
    static Bounds of(InputRange range, int size) {
        float[] low = new float[size];
        float[] high = new float[size];
        for (int i = 0; i < size; i++) {
            low[i] = Math.max(range.low(), -Float.MAX_VALUE);
            high[i] = Math.min(range.high(), Float.MAX_VALUE);
        }
        return new Bounds(low, high);
    }

    /** Returns these bounds drawn in to the outermost floats that are no further from a center than the radii. */
    Bounds around(float[] center, double[] radii) {
        float[] newLow = new float[low.length];
        float[] newHigh = new float[low.length];
        for (int i = 0; i < low.length; i++) {
            newLow[i] = Math.max(low[i], ceiling(center[i] - radii[i]));
            newHigh[i] = Math.min(high[i], -ceiling(-center[i] - radii[i]));
        }
        return new Bounds(newLow, newHigh);
    }

    /** Returns the smallest float that is not below a number. */
    private static float ceiling(double number) {
        float rounded = (float) number;
        return rounded < number ? Math.nextUp(rounded) : rounded;
    }

    float low(int index) {
        return low[index];
    }

    float high(int index) {
        return high[index];
    }

    float clip(int index, float value) {
        return Math.min(high[index], Math.max(low[index], value));
    }

    /** Tells whether whatever lies within other bounds lies within these. */
    boolean enclose(Bounds other) {
        return contains(other.low) && contains(other.high);
    }

    boolean contains(float[] point) {
        if (point.length != low.length) {
            return false;
        }
        for (int i = 0; i < point.length; i++) {
            if (!(point[i] >= low[i] && point[i] <= high[i])) {
                return false;
            }
        }
        return true;
    }
}
