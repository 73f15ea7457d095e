package org.robustest.layer;

import java.util.OptionalDouble;

/**
 * A differentiable function of one value, applied to whole arrays.
 *
 * <p>At a kink the derivative is that of the piece to which DL4J counts the point: that of ReLU at 0 is 0, and that of leaky
 * ReLU is 1. A function that ends at a bound is an exception: there its derivative is 0, whatever it is in DL4J.
 */
public interface ActivationFunction {

    /**
     * Computes {@code outputs[i] = f(inputs[i])}.
     *
     * @param inputs the values of x
     * @param outputs receives f(x)
     * @param count the number of values
     */
    void apply(float[] inputs, float[] outputs, int count);

    /**
     * Computes {@code results[i] = f'(x) * factors[i]}.
     *
     * @param inputs the values of x; not looked at if the function {@linkplain #isKnownByOutput is known by its output}
     * @param outputs the values of f(x); looked at only if the function is known by its output
     * @param factors the values to multiply with the derivative
     * @param results receives the products; may be the same array as {@code factors}
     * @param count the number of values
     */
    void multiplyByDerivative(float[] inputs, float[] outputs, float[] factors, float[] results, int count);

    /**
     * Computes the second derivative.
     *
     * @param input x
     * @return f''(x); 0 for a piecewise linear function
     */
    double secondDerivative(double input);

    /**
     * Tells whether there is no curvature to compute.
     *
     * @return {@code true} only if the second derivative is 0 everywhere
     */
    boolean isPiecewiseLinear();

    /**
     * Returns the smallest value of the function on an interval.
     *
     * @param low the left end of the interval
     * @param high the right end of the interval
     * @return a lower bound of f on {@code [low, high]} that f comes arbitrarily close to
     */
    double least(double low, double high);

    /**
     * Returns the largest value of the function on an interval.
     *
     * @param low the left end of the interval
     * @param high the right end of the interval
     * @return an upper bound of f on {@code [low, high]} that f comes arbitrarily close to
     */
    double greatest(double low, double high);

    /**
     * Tells whether the function never decreases, so that its bounds on an interval are its values at the ends.
     *
     * @return {@code true} if it never decreases
     */
    default boolean isIncreasing() {
        return false;
    }

    /**
     * Returns a line below and a line above the function on an interval. By default they are constants.
     *
     * @param low the left end of the interval
     * @param high the right end of the interval
     * @return the lines
     */
    default Lines lines(double low, double high) {
        return Lines.between(least(low, high), greatest(low, high));
    }

    /**
     * Returns the slope s of a function that is {@code x} for positive x and {@code s x} for negative x.
     *
     * @return the slope, 0 for ReLU; nothing for any other function
     */
    default OptionalDouble slopeBelowZero() {
        return OptionalDouble.empty();
    }

    /**
     * Returns how many operations of the function round in float32.
     *
     * @return the number of roundings, 0 if it gives one of the numbers that it is given
     */
    default int roundings() {
        return 4;
    }

    /**
     * Tells whether f(x) alone tells f'(x).
     *
     * @return {@code true} if {@link #multiplyByDerivative} does not look at the inputs
     */
    boolean isKnownByOutput();

    /**
     * Names the function for a message.
     *
     * @return the name with its parameters, such as {@code leakyReLU(0.01)}
     */
    String description();
}
