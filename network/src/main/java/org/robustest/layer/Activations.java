package org.robustest.layer;

import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The activation functions, by name. */
public final class Activations {

    private static final ActivationFunction RELU = new PiecewiseLinear(0);
    private static final ActivationFunction RELU6 = new Clipped("ReLU6", 1, 0, 0, 6);
    private static final ActivationFunction HARD_TANH = new Clipped("hardTanh", 1, 0, -1, 1);
    private static final ActivationFunction HARD_SIGMOID = new Clipped("hardSigmoid", 0.2f, 0.5f, 0, 1);
    private static final ActivationFunction TANH = new Pointwise(
                    "tanh", Math::tanh, Formulas::tanhSlope, x -> -2 * Math.tanh(x) * Formulas.tanhSlope(x))
            .withOnePeakOfSlope();
    private static final ActivationFunction SIGMOID = new Pointwise(
                    "sigmoid",
                    Formulas::logistic,
                    Formulas::logisticSlope,
                    x -> Formulas.logisticSlope(x) * (1 - 2 * Formulas.logistic(x)))
            .withOnePeakOfSlope();
    private static final ActivationFunction SOFTPLUS = new Pointwise(
                    "softplus", Formulas::softplusOf, Formulas::logistic, Formulas::logisticSlope)
            .withOnePeakOfSlope();
    private static final ActivationFunction SOFTSIGN = new Pointwise(
                    "softsign",
                    x -> x / (1 + Math.abs(x)),
                    x -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))),
                    x -> -2 * Math.signum(x) / Math.pow(1 + Math.abs(x), 3))
            .withOnePeakOfSlope();
    private static final ActivationFunction SELU =
            Formulas.exponentialLinear("SELU", 1.0507009873554805, 1.6732632423543772);
    private static final ActivationFunction SWISH = Formulas.timesLogistic("swish", 1);
    private static final ActivationFunction SIGMOID_GELU = Formulas.timesLogistic("sigmoidGELU", 1.702);
    private static final ActivationFunction MISH = Formulas.mish();
    private static final ActivationFunction RATIONAL_TANH = Formulas.rationalTanh();
    private static final ActivationFunction RECTIFIED_TANH = new Pointwise(
                    "rectifiedTanh",
                    x -> Math.max(0, Math.tanh(x)),
                    x -> x > 0 ? Formulas.tanhSlope(x) : 0,
                    x -> x > 0 ? -2 * Math.tanh(x) * Formulas.tanhSlope(x) : 0)
            .withOnePeakOfSlope();
    private static final ActivationFunction CUBE = new Pointwise("cube", x -> x * x * x, x -> 3 * x * x, x -> 6 * x);

    private static final Map<String, ActivationFunction> WITHOUT_PARAMETER = Stream.of(
                    RELU,
                    RELU6,
                    HARD_TANH,
                    HARD_SIGMOID,
                    TANH,
                    SIGMOID,
                    SOFTPLUS,
                    SOFTSIGN,
                    SELU,
                    SWISH,
                    SIGMOID_GELU,
                    MISH,
                    RATIONAL_TANH,
                    RECTIFIED_TANH,
                    CUBE)
            .collect(Collectors.toMap(ActivationFunction::description, Function.identity()));
    private static final Map<String, DoubleFunction<ActivationFunction>> WITH_PARAMETER = Map.of(
            "leakyReLU",
            Activations::leakyRelu,
            "ELU",
            Activations::elu,
            "thresholdedReLU",
            Activations::thresholdedRelu,
            "tanhGELU",
            Activations::tanhGelu,
            "overflowingSoftplus",
            Activations::overflowingSoftplus);
    private static final Pattern DESCRIPTION = Pattern.compile("([A-Za-z]+)\\((.+)\\)");
    private static final Pattern BOUNDED_RELU = Pattern.compile("ReLU\\((.+), (.+), (.+)\\)");

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
     * Returns the rectified linear unit with all that DL4J's has: {@code min(x, max)} for x ≥ threshold, {@code min(slope * (x
     * - threshold), max)} otherwise. It jumps at a threshold that is not 0.
     *
     * @param max the upper bound, where the function ends; positive infinity for none
     * @param threshold where the function begins to be x; finite
     * @param slope the slope below the threshold; finite
     * @return the function; its parameters are rounded to floats
     * @throws IllegalArgumentException if the threshold or the slope is not finite, or the bound is NaN or negative infinity
     */
    public static ActivationFunction relu(double max, double threshold, double slope) {
        requireFinite(threshold, "threshold of a ReLU");
        requireFinite(slope, "slope of a ReLU");
        if (!(max > Double.NEGATIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the upper bound of a ReLU must be a number or positive infinity, but it was " + max);
        }
        if (threshold == 0 && max == Double.POSITIVE_INFINITY) {
            return slope == 0 ? RELU : leakyRelu(slope);
        }
        return Formulas.boundedRelu((float) max, (float) threshold, (float) slope);
    }

    /**
     * Returns the rectified linear unit that ends at 6: {@code min(max(0, x), 6)}.
     *
     * @return the function
     */
    public static ActivationFunction relu6() {
        return RELU6;
    }

    /**
     * Returns the thresholded rectified linear unit: {@code x} for x &gt; theta, 0 otherwise.
     *
     * @param theta the threshold, at which the function jumps; finite; rounded to a float, as the inputs are
     * @return the function
     * @throws IllegalArgumentException if the threshold is not finite
     */
    public static ActivationFunction thresholdedRelu(double theta) {
        requireFinite(theta, "threshold of a thresholded ReLU");
        float threshold = (float) theta;
        return new Pointwise(
                "thresholdedReLU(" + threshold + ")",
                x -> x > threshold ? x : x <= threshold ? 0 : Double.NaN,
                x -> x > threshold ? 1 : 0,
                x -> 0,
                new Pointwise.Turn(threshold, threshold));
    }

    /**
     * Returns the exponential linear unit: {@code x} for positive x, {@code alpha * (exp(x) - 1)} otherwise.
     *
     * @param alpha the negative of the limit for x → -∞; finite
     * @return the function
     * @throws IllegalArgumentException if {@code alpha} is not finite
     */
    public static ActivationFunction elu(double alpha) {
        requireFinite(alpha, "alpha of an ELU");
        return Formulas.exponentialLinear("ELU(" + alpha + ")", 1, alpha);
    }

    /**
     * Returns the scaled exponential linear unit (Klambauer et al., 2017): 1.0507 times the ELU with alpha 1.6733.
     *
     * @return the function
     */
    public static ActivationFunction selu() {
        return SELU;
    }

    /**
     * Returns the Gaussian error linear unit in the approximation by the logistic function, {@code x sigmoid(1.702 x)}
     * (Hendrycks and Gimpel, 2016).
     *
     * @return the function
     */
    public static ActivationFunction sigmoidGelu() {
        return SIGMOID_GELU;
    }

    /**
     * Returns the Gaussian error linear unit in the approximation by the hyperbolic tangent, {@code x/2 (1 + tanh(√(2/π) (x +
     * cubic x³)))} (Hendrycks and Gimpel, 2016).
     *
     * @param cubic the coefficient of x³, not negative: 0.044715 in the paper
     * @return the function
     * @throws IllegalArgumentException if the coefficient is negative or not finite
     */
    public static ActivationFunction tanhGelu(double cubic) {
        requireFinite(cubic, "cubic coefficient of a GELU");
        if (cubic < 0) {
            throw new IllegalArgumentException(
                    "the cubic coefficient of a GELU must not be negative, but it was " + cubic);
        }
        return Formulas.tanhGelu(cubic);
    }

    /**
     * Returns swish, {@code x sigmoid(x)}.
     *
     * @return the function
     */
    public static ActivationFunction swish() {
        return SWISH;
    }

    /**
     * Returns mish, {@code x tanh(softplus(x))}.
     *
     * @return the function
     */
    public static ActivationFunction mish() {
        return MISH;
    }

    /**
     * Returns the softplus function, {@code log(1 + exp(x))}.
     *
     * @return the function
     */
    public static ActivationFunction softplus() {
        return SOFTPLUS;
    }

    /**
     * Returns the softplus function as DL4J computes it, {@code log(1 + exp(x))} step by step: infinite where the exponential is.
     *
     * @param largest the largest number whose exponential is finite in the precision of the model, such as 88.72 in single
     *     precision; finite
     * @return the function
     * @throws IllegalArgumentException if the number is not finite
     */
    public static ActivationFunction overflowingSoftplus(double largest) {
        requireFinite(largest, "largest exponent of a softplus");
        return new Pointwise(
                        "overflowingSoftplus(" + largest + ")",
                        x -> x > largest ? Double.POSITIVE_INFINITY : Formulas.softplusOf(x),
                        Formulas::logistic,
                        Formulas::logisticSlope)
                .withOnePeakOfSlope();
    }

    /**
     * Returns softsign, {@code x / (1 + |x|)}.
     *
     * @return the function
     */
    public static ActivationFunction softsign() {
        return SOFTSIGN;
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
     * Returns the hard sigmoid, {@code min(max(0, 0.2 x + 0.5), 1)}.
     *
     * @return the function
     */
    public static ActivationFunction hardSigmoid() {
        return HARD_SIGMOID;
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
     * Returns the hard hyperbolic tangent, {@code min(max(-1, x), 1)}.
     *
     * @return the function
     */
    public static ActivationFunction hardTanh() {
        return HARD_TANH;
    }

    /**
     * Returns the rational approximation of {@code 1.7159 tanh(2x/3)} (Anguita et al., 1993): with {@code a = |2x/3|}, it is
     * {@code 1.7159 sign(x) (1 - 1 / (1 + a + a² + 1.41645 a⁴))}.
     *
     * @return the function
     */
    public static ActivationFunction rationalTanh() {
        return RATIONAL_TANH;
    }

    /**
     * Returns the rectified hyperbolic tangent, {@code max(0, tanh(x))}.
     *
     * @return the function
     */
    public static ActivationFunction rectifiedTanh() {
        return RECTIFIED_TANH;
    }

    /**
     * Returns the cube, {@code x³}.
     *
     * @return the function
     */
    public static ActivationFunction cube() {
        return CUBE;
    }

    /**
     * Returns the function of a description.
     *
     * @param description what {@link ActivationFunction#description()} of the function gives, such as {@code ELU(1.0)}
     * @return the function
     * @throws IllegalArgumentException if there is no such function
     */
    static ActivationFunction named(String description) {
        Matcher bounded = BOUNDED_RELU.matcher(description);
        if (bounded.matches()) {
            return relu(
                    Double.parseDouble(bounded.group(1)),
                    Double.parseDouble(bounded.group(2)),
                    Double.parseDouble(bounded.group(3)));
        }
        Matcher matcher = DESCRIPTION.matcher(description);
        if (matcher.matches() && WITH_PARAMETER.containsKey(matcher.group(1))) {
            return WITH_PARAMETER.get(matcher.group(1)).apply(Double.parseDouble(matcher.group(2)));
        }
        if (WITHOUT_PARAMETER.containsKey(description)) {
            return WITHOUT_PARAMETER.get(description);
        }
        throw new IllegalArgumentException("there is no activation function \"" + description + '"');
    }

    private static void requireFinite(double parameter, String name) {
        if (!Double.isFinite(parameter)) {
            throw new IllegalArgumentException("the " + name + " must be finite, but it was " + parameter);
        }
    }
}
