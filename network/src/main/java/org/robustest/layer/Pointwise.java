package org.robustest.layer;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * An activation given by formulas for its value and derivatives, evaluated in double and rounded once.
 *
 * @param description the name for a message
 * @param value x to f(x); not decreasing but at the turns
 * @param derivative x to f'(x); from x rather than f(x), which rounds to a constant where f'(x) is small but not 0
 * @param second x to f''(x)
 * @param turns where the function is not monotone
 * @param slopeHasOnePeak whether f' grows up to some place and falls behind it, so that it is least at an end of any interval
 */
record Pointwise(
        String description,
        DoubleUnaryOperator value,
        DoubleUnaryOperator derivative,
        DoubleUnaryOperator second,
        List<Turn> turns,
        boolean slopeHasOnePeak)
        implements ActivationFunction {

    /** Slopes and values are computed this exactly, so that a line through a value stays on its side of the function. */
    private static final double LESS = 1 - 1e-9;

    private static final double WIDEST = 1e6;

    Pointwise(
            String description,
            DoubleUnaryOperator value,
            DoubleUnaryOperator derivative,
            DoubleUnaryOperator second,
            Turn... turns) {
        this(description, value, derivative, second, List.of(turns), false);
    }

    Pointwise withOnePeakOfSlope() {
        return new Pointwise(description, value, derivative, second, turns, true);
    }

    /**
     * A place where the function has an extreme value, or jumps to one.
     *
     * @param at the place
     * @param value the value there or right behind it
     */
    record Turn(double at, double value) {

        /**
         * Finds the minimum of a function whose derivative changes its sign once, from below, between two places. Far below
         * the minimum it may round to 0.
         */
        static Turn minimum(DoubleUnaryOperator value, DoubleUnaryOperator derivative, double low, double high) {
            double left = low;
            double right = high;
            while (Math.nextUp(left) < right) {
                double middle = left + (right - left) / 2;
                if (middle <= left || middle >= right) {
                    break;
                }
                if (derivative.applyAsDouble(middle) <= 0) {
                    left = middle;
                } else {
                    right = middle;
                }
            }
            // The function is flat there: the error of its formula is larger than that of the place.
            return new Turn(left, value.applyAsDouble(left) - 1e-15);
        }
    }

    @Override
    public void apply(float[] inputs, float[] outputs, int count) {
        for (int i = 0; i < count; i++) {
            outputs[i] = (float) value.applyAsDouble(inputs[i]);
        }
    }

    @Override
    public void multiplyByDerivative(float[] inputs, float[] outputs, float[] factors, float[] results, int count) {
        for (int i = 0; i < count; i++) {
            results[i] = (float) (derivative.applyAsDouble(inputs[i]) * factors[i]);
        }
    }

    @Override
    public double secondDerivative(double input) {
        return second.applyAsDouble(input);
    }

    @Override
    public boolean isPiecewiseLinear() {
        return false;
    }

    @Override
    public double least(double low, double high) {
        double least = Math.min(value.applyAsDouble(low), value.applyAsDouble(high));
        for (Turn turn : turns) {
            if (low <= turn.at && turn.at < high) {
                least = Math.min(least, turn.value);
            }
        }
        return least;
    }

    @Override
    public double greatest(double low, double high) {
        double greatest = Math.max(value.applyAsDouble(low), value.applyAsDouble(high));
        for (Turn turn : turns) {
            if (low <= turn.at && turn.at < high) {
                greatest = Math.max(greatest, turn.value);
            }
        }
        return greatest;
    }

    @Override
    public boolean isIncreasing() {
        return turns.isEmpty();
    }

    /**
     * {@inheritDoc} Where the slope is least at an end, lines with that slope through the ends (Singh et al., "An Abstract
     * Domain for Certifying Neural Networks", POPL 2019, section 4.3).
     */
    @Override
    public Lines lines(double low, double high) {
        if (!slopeHasOnePeak || high - low > WIDEST) {
            return Lines.between(least(low, high), greatest(low, high));
        }
        double slope = Math.min(derivative.applyAsDouble(low), derivative.applyAsDouble(high));
        slope = slope > 0 ? slope * LESS : 0;
        return Lines.outward(
                slope, value.applyAsDouble(low) - slope * low, slope, value.applyAsDouble(high) - slope * high);
    }

    @Override
    public boolean isKnownByOutput() {
        return false;
    }
}
