package org.robustest.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.robustest.samples.Shape;

/**
 * One kind of layer in its place in a network: everything the passes need to know of it.
 *
 * <p>An array of a pass holds a row of {@link Block#lanes()} floats for each value, row-major in the shape of the layer: the
 * value {@code i} of the sample in lane {@code j} stands at {@code i * lanes + j}. Arrays may be longer than that; what
 * stands behind is not to be touched. Implementations are immutable, safe for use by several threads, and compute each
 * lane without looking at the others, so that a sample's result does not depend on its neighbours.
 *
 * <p>In the formulas, f is the layer, x its inputs, J its Jacobian, g the gradient with respect to its output, t the
 * tangents of its inputs and θ its parameters.
 */
public interface Passes {

    /**
     * Returns the shape of the output.
     *
     * @return the shape, without the batch dimension
     */
    Shape outputShape();

    /**
     * Computes {@code f(x)}.
     *
     * @param block the samples that pass through
     * @param inputs the inputs x, in order
     * @param output receives the output; its former content is overwritten
     */
    void forward(Block block, float[][] inputs, float[] output);

    /**
     * Adds {@code Jᵀ g} to the gradients with respect to the inputs.
     *
     * @param block the samples that pass through
     * @param inputs the inputs x of the forward pass
     * @param output the output of the forward pass
     * @param outputGradient the gradient g with respect to the output
     * @param inputGradients receive the gradients with respect to the inputs, added to what they hold; the same array
     *     twice where an input is taken twice
     */
    void backward(Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients);

    /**
     * Computes {@code J t}, the derivative of the output along the tangents.
     *
     * @param block the samples that pass through
     * @param inputs the inputs x of the forward pass
     * @param output the output of the forward pass
     * @param inputTangents the tangents t, one for each input
     * @param outputTangent receives the tangent of the output; its former content is overwritten
     */
    void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent);

    /**
     * Adds {@code ∂(gᵀ J t)/∂x} to the gradients with respect to the inputs: what the curvature of the layer contributes to
     * the gradient of a directional derivative (Ma and Liang, 2022: the term in {@code σ''}). Nothing for a layer that is
     * linear or piecewise linear.
     *
     * @param block the samples that pass through
     * @param inputs the inputs x of the forward pass
     * @param output the output of the forward pass
     * @param inputTangents the tangents t, one for each input
     * @param outputGradient the gradient g
     * @param inputGradients receive the gradients with respect to the inputs, added to what they hold
     */
    default void curvature(
            Block block,
            float[][] inputs,
            float[] output,
            float[][] inputTangents,
            float[] outputGradient,
            float[][] inputGradients) {}

    /**
     * Returns the parameters θ.
     *
     * @return the arrays of parameters, in the order of {@link #parameterGradients}; empty for a layer without parameters;
     *     not to be changed
     */
    default List<float[]> parameters() {
        return List.of();
    }

    /**
     * Returns this layer, in the same place, with other parameters.
     *
     * @param parameters the arrays of parameters, as many and as long as {@link #parameters()}; copied
     * @return the layer with those parameters
     * @throws UnsupportedOperationException if the layer has parameters, but cannot take others
     */
    default Passes withParameters(List<float[]> parameters) {
        if (!parameters.isEmpty()) {
            throw new UnsupportedOperationException(description() + " cannot take other parameters");
        }
        return this;
    }

    /**
     * Adds {@code ∂(gᵀ f(x))/∂θ}, summed over the lanes that hold samples, to the gradients with respect to the parameters.
     *
     * @param block the samples that pass through
     * @param inputs the inputs x
     * @param outputGradient the gradient g with respect to the output; 0 in lanes without a sample
     * @param gradients receive the gradients, one array for each of the {@link #parameters}
     */
    default void parameterGradients(Block block, float[][] inputs, float[] outputGradient, float[][] gradients) {}

    /**
     * Adds {@code ∂(gᵀ J t)/∂θ}, summed over the lanes that hold samples, to the gradients with respect to the parameters.
     * It is {@link #parameterGradients} with t for x, but for the parameters that only shift the output.
     *
     * @param block the samples that pass through
     * @param inputs the inputs x of the forward pass
     * @param inputTangents the tangents t, one for each input; 0 in lanes without a sample
     * @param outputGradient the gradient g
     * @param gradients receive the gradients, one array for each of the {@link #parameters}
     */
    default void tangentParameterGradients(
            Block block, float[][] inputs, float[][] inputTangents, float[] outputGradient, float[][] gradients) {}

    /**
     * Bounds the output of one sample: for all inputs within their bounds the output lies within its bounds (interval
     * arithmetic, Gowal et al., "Scalable Verified Training for Provably Robust Image Classification", ICCV 2019). Sums are
     * computed in double, as if without rounding.
     *
     * @param lower the lower bounds of the inputs, a value each, without lanes
     * @param upper the upper bounds of the inputs
     * @param outputLower receives the lower bounds of the output
     * @param outputUpper receives the upper bounds of the output
     */
    void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper);

    /**
     * Tells whether the layer is {@code f(x) = A x + b}, so that {@link #backward} needs neither inputs nor output, and
     * computes {@code Aᵀ g}.
     *
     * @return {@code true} if it is affine
     */
    default boolean isAffine() {
        return false;
    }

    /**
     * Tells whether no output falls when an input rises, so that the bounds of the output are the outputs of the bounds.
     *
     * @return {@code true} if it never decreases
     */
    default boolean isIncreasing() {
        return false;
    }

    /**
     * Returns the layer that computes {@code |A| x}, for an affine layer {@code A x + b}: how far the output may lie from {@code
     * A x + b} where the inputs may be off by x. It has the parameters of this layer, and their gradients.
     *
     * @return by default, for an affine layer, itself with the absolute values of its parameters, without b: right where each
     *     number of A is a parameter times a number that is not negative, or is not negative; nothing for any other layer
     */
    default Optional<Passes> absolute() {
        return isAffine() ? Optional.of(AbsolutePasses.of(this)) : Optional.empty();
    }

    /**
     * Returns the layer that computes all differences of two outputs, {@code [K, K]} for K outputs: that of output k and output j
     * at {@code j * K + k}. It has the parameters of this layer, and their gradients. Bounds of a difference are closer than
     * the difference of two bounds.
     *
     * @return the layer; nothing for a kind that can only subtract its outputs
     */
    default Optional<Passes> differences() {
        return Optional.empty();
    }

    /**
     * Returns how many rounded operations lie at most between a value and what is computed of it: in {@link #forward}, from an
     * input to an output, and for an affine layer also in {@link #backward}, from the gradient of an output to that of an
     * input. For a sum of n products, added in any order, these are n.
     *
     * @return the number of operations, 0 for a layer that computes without rounding
     */
    int roundings();

    /**
     * Bounds the terms that the outputs are summed up from, by which rounding errors are measured: for {@code A x + b} the
     * sums {@code |A| |x| + |b|}.
     *
     * @param magnitudes the largest absolute values of the inputs
     * @param terms receives, for each output, a bound of the sum of the absolute values of its terms
     */
    default void terms(double[][] magnitudes, double[] terms) {
        double[][] negative = new double[magnitudes.length][];
        for (int n = 0; n < magnitudes.length; n++) {
            negative[n] = new double[magnitudes[n].length];
            for (int i = 0; i < negative[n].length; i++) {
                negative[n][i] = -magnitudes[n][i];
            }
        }
        double[] least = new double[terms.length];
        bounds(negative, magnitudes, least, terms);
        for (int i = 0; i < terms.length; i++) {
            terms[i] = Math.max(Math.abs(least[i]), Math.abs(terms[i]));
        }
    }

    /**
     * Carries linear functions of the output back to the inputs, as lower bounds: adds coefficients and constants with
     * {@code λ · f(x) ≥ (added coefficients) · x + (added constant)} for all x within bounds (the linear relaxation of CROWN,
     * Zhang et al., NeurIPS 2018). Not called for a layer that is affine. By default the output is replaced by its
     * {@linkplain #bounds bounds}, which is right for every layer, and loose.
     *
     * @param rows the linear functions
     * @param lower the lower bounds of the inputs, a value each, without lanes
     * @param upper the upper bounds of the inputs
     * @param outputCoefficients the coefficients λ of the output, a row of lanes for each value
     * @param inputCoefficients receive the coefficients of the inputs, added to what they hold
     */
    default void relax(
            LinearRows rows,
            double[][] lower,
            double[][] upper,
            float[] outputCoefficients,
            float[][] inputCoefficients) {
        double[] least = new double[outputShape().size()];
        double[] greatest = new double[least.length];
        bounds(lower, upper, least, greatest);
        for (int i = 0; i < least.length; i++) {
            rows.addConstants(outputCoefficients, i, least[i], greatest[i]);
        }
    }

    /**
     * Tells whether the layer could be bounded closer if it knew closer bounds of one of its input values.
     *
     * @param low the lower bound of the value
     * @param high the upper bound of the value
     * @return {@code false} if the layer is linear between them
     */
    default boolean gainsFromCloserBounds(double low, double high) {
        return true;
    }

    /**
     * Returns the slope s of a layer that computes {@code x} of each positive value and {@code s x} of each negative one, so
     * that it is linear for all inputs on one side of 0: what a branch and bound splits at.
     *
     * @return the slope, 0 for ReLU; nothing for any other layer
     */
    default OptionalDouble slopeBelowZero() {
        return OptionalDouble.empty();
    }

    /**
     * Tells whether the first input may be overwritten by the output, and the gradient of the output by that of the first
     * input. If so, {@link #forward} may be called with {@code output} for its first input, and {@link #backward} with
     * {@code outputGradient} for its first input gradient, which it then replaces instead of adding to it.
     *
     * @return {@code true} if the layer works in place
     */
    default boolean worksInPlace() {
        return false;
    }

    /**
     * Tells whether {@link #backward} looks at the inputs.
     *
     * @return {@code false} if the inputs may be gone by then
     */
    default boolean needsInputsToGoBack() {
        return true;
    }

    /**
     * Tells whether {@link #backward} looks at the output.
     *
     * @return {@code false} if the output may be gone by then
     */
    default boolean needsOutputToGoBack() {
        return true;
    }

    /**
     * Returns the layer as data, to be written to a {@linkplain NetworkFile file}.
     *
     * @return the form that the static method {@code of(LayerForm)} of the same kind takes; nothing for a kind that cannot be
     *     written
     */
    default Optional<LayerForm> form() {
        return Optional.empty();
    }

    /**
     * Names the layer for a message, with its sizes.
     *
     * @return the description, such as {@code dense(187 -> 128)}
     */
    String description();
}
