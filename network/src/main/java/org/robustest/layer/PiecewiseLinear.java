package org.robustest.layer;

/**
 * ReLU and leaky ReLU: {@code f(x) = x} for positive x and {@code slope * x} otherwise.
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
        for (int i = 0; i < count; i++) {
            float x = inputs[i];
            outputs[i] = x > 0 ? x : slope * x;
        }
    }

    @Override
    public void multiplyByDerivative(float[] inputs, float[] outputs, float[] factors, float[] results, int count) {
        float[] sides = isKnownByOutput() ? outputs : inputs;
        for (int i = 0; i < count; i++) {
            results[i] = (sides[i] > 0 ? 1 : slope) * factors[i];
        }
    }

    @Override
    public double secondDerivative(double input) {
        return 0;
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

    private double value(double x) {
        return x > 0 ? x : slope * x;
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
