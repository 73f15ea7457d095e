package org.robustest.perturbation;

import org.robustest.samples.InputRange;

/**
 * What the adversary may do to an input: the set of perturbed inputs it may choose from.
 *
 * <p>Immutable. {@link Object#toString()} gives the expression that makes the set, such as
 * {@code linf(0.01).within(0, 1)}; two sets with the same text are the same.
 */
public interface PerturbationSet {

    /**
     * Returns the size of the set: the largest norm of a perturbation in it.
     *
     * @return ε, at least 0, in the unit of the inputs
     */
    double epsilon();

    /**
     * Returns the range that the perturbed inputs stay in.
     *
     * @return the range, {@link InputRange#UNBOUNDED} if they are not restricted
     */
    InputRange range();

    /**
     * Returns this set restricted to perturbed inputs that lie in a range.
     *
     * @param range the range
     * @return the intersection, as a set of its own
     */
    PerturbationSet within(InputRange range);

    /**
     * Returns the perturbed inputs that may stand for one input.
     *
     * @param input the input, row-major; copied
     * @return the region around it
     * @throws IllegalArgumentException if a value of the input is not finite or lies outside the range, since the region
     *     might then be empty
     */
    Region around(float[] input);
}
