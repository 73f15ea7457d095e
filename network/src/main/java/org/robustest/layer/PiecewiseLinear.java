package org.robustest.layer;

import java.util.OptionalDouble;

/**
 * ReLU and leaky ReLU: {@code f(x) = x} for positive x and {@code slope * x} otherwise. DL4J counts 0 to the pieces with the
 * derivative 0 in ReLU and 1 in leaky ReLU.
 *
 * @param slope the slope for x ≤ 0, 0 for ReLU; finite
 */
record PiecewiseLinear(float slope) implements ActivationFunction {

    PiecewiseLinear {
        if (!Float.isFinite(slope)) {
            throw new IllegalArgumentException("the slope of a leaky ReLU must be finite, but it was " + slope);
        }
    }

    @Override
    public void apply(float[] inputs, float[] outputs, int count) {
        // Without a branch, which could not be predicted, and with what C2 has vector instructions for.
        if (slope == 0) {
            for (int i = 0; i < count; i++) {
                outputs[i] = Math.max(inputs[i], 0);
            }
        } else {
            for (int i = 0; i < count; i++) {
                outputs[i] = Math.max(inputs[i], 0) + slope * Math.min(inputs[i], 0);
            }
        }
    }

    @Override
    public void multiplyByDerivative(float[] inputs, float[] outputs, float[] factors, float[] results, int count) {
        float[] sides = isKnownByOutput() ? outputs : inputs;
        if (slope == 0) {
            for (int i = 0; i < count; i++) {
                results[i] = Branchless.isPositive(sides[i]) * factors[i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                float negative = Branchless.isPositive(-sides[i]) * factors[i];
                results[i] = (factors[i] - negative) + slope * negative;
            }
        }
    }

    @Override
    public double secondDerivative(double input) {
        return 0;
    }

    @Override
    public boolean isPiecewiseLinear() {
        return true;
    }

    @Override
    public double least(double low, double high) {
        double atEnds = Math.min(value(low), value(high));
        return low < 0 && high > 0 ? Math.min(atEnds, 0) : atEnds;
    }

    @Override
    public double greatest(double low, double high) {
        return Math.max(value(low), value(high));
    }

    @Override
    public boolean isIncreasing() {
        return slope >= 0;
    }

    private double value(double x) {
        return x > 0 ? x : slope * x;
    }

    /**
     * {@inheritDoc} Where the interval holds 0, one of the lines is the chord; the other is the piece that is closer over the
     * longer part of the interval (Zhang et al., NeurIPS 2018, section 3.2).
     */
    @Override
    public Lines lines(double low, double high) {
        if (low >= 0) {
            return Lines.same(1, 0);
        }
        if (high <= 0) {
            return Lines.same(slope, 0);
        }
        double chord = (high - slope * low) / (high - low);
        double chordAtZero = high * low * (slope - 1.0) / (high - low);
        double piece = high > -low ? 1 : slope;
        return slope <= 1 ? Lines.outward(piece, 0, chord, chordAtZero) : Lines.outward(chord, chordAtZero, piece, 0);
    }

    @Override
    public OptionalDouble slopeBelowZero() {
        return OptionalDouble.of(slope);
    }

    @Override
    public int roundings() {
        return slope == 0 ? 0 : 2;
    }

    @Override
    public boolean isKnownByOutput() {
        return slope >= 0;
    }

    @Override
    public String description() {
        return slope == 0 ? "ReLU" : "leakyReLU(" + slope + ")";
    }
}
