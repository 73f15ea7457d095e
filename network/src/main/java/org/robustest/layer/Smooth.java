package org.robustest.layer;

import java.util.function.DoubleUnaryOperator;

/**
 * An activation given by formulas for its value and derivatives, evaluated in double and rounded once.
 *
 * @param description the name for a message
 * @param value x to f(x)
 * @param derivative x to f'(x); from x rather than f(x), which rounds to a constant where f'(x) is small but not 0
 * @param second x to f''(x)
 */
record Smooth(String description, DoubleUnaryOperator value, DoubleUnaryOperator derivative, DoubleUnaryOperator second)
        implements ActivationFunction {

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
    public double least(double low, double high) {
        return value.applyAsDouble(low);
    }

    @Override
    public double greatest(double low, double high) {
        return value.applyAsDouble(high);
    }

    @Override
    public boolean isKnownByOutput() {
        return false;
    }
}
