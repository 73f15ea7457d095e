package org.robustest.network;

import java.util.function.DoubleUnaryOperator;

/**
 * An activation given by formulas for its value and derivative, evaluated in double and rounded once.
 *
 * @param description the name for a message
 * @param value x to f(x)
 * @param derivative x to f'(x); from x rather than f(x), which rounds to a constant where f'(x) is small but not 0
 */
record Smooth(String description, DoubleUnaryOperator value, DoubleUnaryOperator derivative)
        implements ActivationFunction {

    @Override
    public void apply(float[] inputs, float[] outputs) {
        for (int i = 0; i < inputs.length; i++) {
            outputs[i] = (float) value.applyAsDouble(inputs[i]);
        }
    }

    @Override
    public void addGradient(float[] inputs, float[] outputs, float[] outputGradients, float[] inputGradients) {
        for (int i = 0; i < inputs.length; i++) {
            inputGradients[i] += (float) (derivative.applyAsDouble(inputs[i]) * outputGradients[i]);
        }
    }
}
