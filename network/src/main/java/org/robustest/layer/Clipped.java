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
    public boolean isKnownByOutput() {
        return true;
    }
}
