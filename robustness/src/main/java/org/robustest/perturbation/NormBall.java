package org.robustest.perturbation;

import java.math.BigDecimal;
import org.robustest.samples.InputRange;

/**
 * The ball of a norm around each input, intersected with a range: no perturbation is longer than ε, and no value leaves the
 * range.
 *
 * @param norm the norm that a perturbation is measured by
 * @param epsilon the radius ε, finite and at least 0, in the unit of the inputs
 * @param range the range that the perturbed inputs stay in
 */
public record NormBall(Norm norm, double epsilon, InputRange range) implements PerturbationSet {

    /**
     * Creates a ball.
     *
     * @param norm the norm that a perturbation is measured by
     * @param epsilon the radius ε, in the unit of the inputs
     * @param range the range that the perturbed inputs stay in
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public NormBall {
        if (!(epsilon >= 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException(
                    "the bound epsilon of a perturbation must be finite and at least 0, but it was " + epsilon);
        }
    }

    /**
     * Returns this ball restricted to perturbed inputs that lie in {@code [low, high]}.
     *
     * @param low the smallest valid value
     * @param high the largest valid value
     * @return the intersection
     * @throws IllegalArgumentException if {@code low} is not below {@code high}
     */
    public NormBall within(double low, double high) {
        return within(new InputRange((float) low, (float) high));
    }

    @Override
    public NormBall within(InputRange newRange) {
        return new NormBall(norm, epsilon, newRange);
    }

    @Override
    public Region around(float[] input) {
        for (int i = 0; i < input.length; i++) {
            if (!range.contains(input[i])) {
                throw new IllegalArgumentException(
                        "the value " + input[i] + " at index " + i + " of the input lies outside the range " + range);
            }
        }
        return norm.around(input.clone(), epsilon, range);
    }

    /** Returns the expression that makes the set, such as {@code linf(0.01).within(0.0, 1.0)}. */
    @Override
    public String toString() {
        String ball = norm.functionName() + "(" + BigDecimal.valueOf(epsilon).toPlainString() + ")";
        return range.isBounded() ? ball + ".within(" + range.low() + ", " + range.high() + ")" : ball;
    }
}
