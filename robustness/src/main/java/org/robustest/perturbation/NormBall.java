package org.robustest.perturbation;

import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

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
        Epsilon.requireValid(epsilon);
    }

    @Override
    public NormBall within(double low, double high) {
        return within(new InputRange((float) low, (float) high));
    }

    @Override
    public NormBall within(InputRange newRange) {
        return new NormBall(norm, epsilon, newRange);
    }

    @Override
    public PerturbationSet where(Mask mask) {
        return new MaskedSet(this, mask, (sample, free) -> around(free.gather(sample.input())));
    }

    @Override
    public Region around(Sample sample) {
        return around(sample.input());
    }

    /**
     * Returns the perturbed inputs that may stand for one input, of whatever shape.
     *
     * @param input the input, row-major; copied
     * @return the region around it
     * @throws IllegalArgumentException if a value of the input is not finite or lies outside the range, since the region
     *     might then be empty
     */
    public Region around(float[] input) {
        return norm.around(ValidInput.in(range, input.clone()), epsilon, range);
    }

    /** Returns the expression that makes the set, such as {@code linf(0.01).within(0.0, 1.0)}. */
    @Override
    public String toString() {
        return norm.functionName() + "(" + Epsilon.text(epsilon) + ")" + ValidInput.text(range);
    }
}
