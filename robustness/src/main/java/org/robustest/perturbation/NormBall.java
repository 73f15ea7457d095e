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

    /**
     * Returns the perturbations that both this ball and another allow, such as small changes everywhere whose energy is
     * bounded as well: {@code linf(0.02).and(l2(0.1))}.
     *
     * @param other a ball of the same norm, or one of the two of L∞
     * @return the intersection, in the ranges of both; its ε is that of the L2 or L1 ball
     * @throws IllegalArgumentException if one is an L2 and the other an L1 ball, or their ranges do not overlap
     */
    public PerturbationSet and(NormBall other) {
        InputRange both =
                new InputRange(Math.max(range.low(), other.range.low()), Math.min(range.high(), other.range.high()));
        if (norm == other.norm) {
            return new NormBall(norm, Math.min(epsilon, other.epsilon), both);
        }
        if (norm == Norm.LINF) {
            return new CappedBall(other.within(both), epsilon);
        }
        if (other.norm == Norm.LINF) {
            return new CappedBall(within(both), other.epsilon);
        }
        throw new IllegalArgumentException(
                "the intersection of " + this + " with " + other + " is not offered: a ball is cut"
                        + " exactly by bounds on single values only; use linf(...) for one of the two");
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
        float[] center = ValidInput.in(range, input.clone());
        return norm.around(center, epsilon, Bounds.of(range, center.length));
    }

    /** Returns the expression that makes the set, such as {@code linf(0.01).within(0.0, 1.0)}. */
    @Override
    public String toString() {
        return norm.functionName() + "(" + Epsilon.text(epsilon) + ")" + ValidInput.text(range);
    }
}
