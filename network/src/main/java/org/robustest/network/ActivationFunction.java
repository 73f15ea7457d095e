package org.robustest.network;

/**
 * A differentiable function of one value, applied to whole arrays.
 *
 * <p>At a kink the derivative is the one from the left of the next larger piece, as in DL4J: that of ReLU at 0 is 0.
 */
public interface ActivationFunction {

    /**
     * Computes {@code outputs[i] = f(inputs[i])} for every value.
     *
     * @param inputs the values of x
     * @param outputs receives f(x); as long as {@code inputs}
     */
    void apply(float[] inputs, float[] outputs);

    /**
     * Computes {@code inputGradients[i] += f'(inputs[i]) * outputGradients[i]} for every value.
     *
     * @param inputs the values of x
     * @param outputs the values of f(x)
     * @param outputGradients the gradients with respect to f(x)
     * @param inputGradients receives the gradients with respect to x, added to what it holds
     */
    void addGradient(float[] inputs, float[] outputs, float[] outputGradients, float[] inputGradients);

    /**
     * Names the function for a message.
     *
     * @return the name with its parameters, such as {@code leakyReLU(0.01)}
     */
    String description();
}
