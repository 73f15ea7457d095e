package org.robustest.layer;

/**
 * A linear function between two bounds: {@code f(x) = min(max(slope * x + shift, low), high)}. Its derivative is 0 at the
 * bounds.
 *
 * @param description the name for a message
 * @param slope the slope between the bounds, positive
 * @param shift the value at 0, were there no bounds
 * @param low the lower bound
 * @param high the upper bound
 */
record Clipped(String description, float slope, float shift, float low, float high) implements ActivationFunction {

    @Override
    public void apply(float[] inputs, float[] outputs, int count) {
        for (int i = 0; i < count; i++) {
            outputs[i] = Math.min(Math.max(slope * inputs[i] + shift, low), high);
        }
    }

    @Override
    public void multiplyByDerivative(float[] inputs, float[] outputs, float[] factors, float[] results, int count) {
        for (int i = 0; i < count; i++) {
            float inside = Branchless.isPositive(outputs[i] - low) * Branchless.isPositive(high - outputs[i]);
            results[i] = inside * slope * factors[i];
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
    public double least(double from, double to) {
        return value(from);
    }

    @Override
    public double greatest(double from, double to) {
        return value(to);
    }

    private double value(double x) {
        return Math.min(Math.max((double) slope * x + shift, low), high);
    }

    @Override
    public boolean isIncreasing() {
        return true;
    }

    /**
     * {@inheritDoc} An interval that holds one of the bends has the chord on one side and the nearer piece on the other; one
     * that holds both has the lines from each bend to the other end.
     */
    @Override
    public Lines lines(double from, double to) {
        double bottom = ((double) low - shift) / slope;
        double top = ((double) high - shift) / slope;
        if (to <= bottom || from >= top) {
            return Lines.outward(0, value(from), 0, value(to));
        }
        if (from >= bottom && to <= top) {
            return Lines.outward(slope, shift, slope, shift);
        }
        double below = Math.min(slope, (value(to) - low) / (to - bottom));
        double above = Math.min(slope, (high - value(from)) / (top - from));
        if (from >= bottom) {
            below = (value(to) - value(from)) / (to - from);
            above = to - top > top - from ? 0 : slope;
            return Lines.outward(below, value(from) - below * from, above, above == 0 ? high : shift);
        }
        if (to <= top) {
            above = (value(to) - value(from)) / (to - from);
            below = bottom - from > to - bottom ? 0 : slope;
            return Lines.outward(below, below == 0 ? low : shift, above, value(to) - above * to);
        }
        return Lines.outward(below, low - below * bottom, above, high - above * top);
    }

    @Override
    public int roundings() {
        return 2;
    }

    @Override
    public boolean isKnownByOutput() {
        return true;
    }
}
