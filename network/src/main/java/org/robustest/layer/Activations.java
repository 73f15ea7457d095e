package org.robustest.layer;

/** The activation functions, by name. */
public final class Activations {

    private static final ActivationFunction RELU = new PiecewiseLinear(0);
    private static final ActivationFunction TANH = new Smooth(
            "tanh",
            Math::tanh,
            x -> 1 / (Math.cosh(x) * Math.cosh(x)),
            x -> -2 * Math.tanh(x) / (Math.cosh(x) * Math.cosh(x)));
    private static final ActivationFunction SIGMOID = new Smooth(
            "sigmoid",
            Activations::logistic,
            x -> logistic(x) * logistic(-x),
            x -> logistic(x) * logistic(-x) * (1 - 2 * logistic(x)));
    private static final ActivationFunction SOFTPLUS = new Smooth(
            "softplus",
            x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
            Activations::logistic,
            x -> logistic(x) * logistic(-x));

    private Activations() {}

    /**
     * Returns the rectified linear unit, {@code max(0, x)}.
     *
     * @return the function
     */
    public static ActivationFunction relu() {
        return RELU;
    }

    /**
     * Returns the leaky rectified linear unit: {@code x} for positive x, {@code slope * x} otherwise.
     *
     * @param slope the slope for x ≤ 0; finite
     * @return the function
     * @throws IllegalArgumentException if the slope is not finite
     */
    public static ActivationFunction leakyRelu(double slope) {
        return new PiecewiseLinear((float) slope);
    }

    /**
     * Returns the exponential linear unit: {@code x} for positive x, {@code alpha * (exp(x) - 1)} otherwise.
     *
     * @param alpha the negative of the limit for x → -∞; finite
     * @return the function
     * @throws IllegalArgumentException if {@code alpha} is not finite
     */
    public static ActivationFunction elu(double alpha) {
        if (!Double.isFinite(alpha)) {
            throw new IllegalArgumentException("the alpha of an ELU must be finite, but it was " + alpha);
        }
        return new Smooth(
                "ELU(" + alpha + ")",
                x -> x > 0 ? x : alpha * Math.expm1(x),
                x -> x > 0 ? 1 : alpha * Math.exp(x),
                x -> x > 0 ? 0 : alpha * Math.exp(x));
    }

    /**
     * Returns the hyperbolic tangent.
     *
     * @return the function
     */
    public static ActivationFunction tanh() {
        return TANH;
    }

    /**
     * Returns the logistic function, {@code 1 / (1 + exp(-x))}.
     *
     * @return the function
     */
    public static ActivationFunction sigmoid() {
        return SIGMOID;
    }

    /**
     * Returns the softplus function, {@code log(1 + exp(x))}.
     *
     * @return the function
     */
    public static ActivationFunction softplus() {
        return SOFTPLUS;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
