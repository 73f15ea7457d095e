package org.robustest.network;

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
    public void apply(float[] inputs, float[] outputs) {
        for (int i = 0; i < inputs.length; i++) {
            float x = inputs[i];
            outputs[i] = x > 0 ? x : slope * x;
        }
    }

    @Override
    public void addGradient(float[] inputs, float[] outputs, float[] outputGradients, float[] inputGradients) {
        for (int i = 0; i < inputs.length; i++) {
            inputGradients[i] += (inputs[i] > 0 ? 1 : slope) * outputGradients[i];
        }
    }

    @Override
    public String description() {
        return slope == 0 ? "ReLU" : "leakyReLU(" + slope + ")";
    }
}
