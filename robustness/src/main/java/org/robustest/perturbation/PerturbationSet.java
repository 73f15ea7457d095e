package org.robustest.perturbation;

import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/**
 * What the adversary may do to an input: the set of perturbed inputs it may choose from.
 *
 * <p>Immutable. {@link Object#toString()} gives the expression that makes the set, such as
 * {@code linf(0.01).within(0, 1)}; two sets with the same text are the same.
 */
public interface PerturbationSet {

    /**
     * Returns the size of the set: the largest norm of a perturbation in it, for any sample.
     *
     * @return ε, at least 0, in the unit of the inputs or of the parameters that describe the perturbation
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
     * @return the restricted set
     */
    PerturbationSet within(InputRange range);

    /**
     * Returns this set restricted to perturbed inputs that lie in {@code [low, high]}.
     *
     * @param low the smallest valid value, in the unit of the inputs
     * @param high the largest valid value, in the unit of the inputs
     * @return the restricted set
     * @throws IllegalArgumentException if {@code low} is not below {@code high}
     */
    default PerturbationSet within(double low, double high) {
        return within(new InputRange((float) low, (float) high));
    }

    /**
     * Returns this set restricted to perturbations that leave some values alone.
     *
     * @param mask which values may change; all others stay as they are, to the last bit
     * @return the restricted set
     */
    PerturbationSet where(Mask mask);

    /**
     * Returns this set restricted to perturbations of some channels, such as the leads of an ECG.
     *
     * @param channels the indices of the channels that may change, from 0
     * @return the restricted set
     * @throws IllegalArgumentException if no channel is named, or one is below 0
     */
    default PerturbationSet onChannels(int... channels) {
        return where(Mask.channels(channels));
    }

    /**
     * Returns this set restricted to perturbations of some time. For several pieces of time, see {@link Mask#or}.
     *
     * @param from the first time that may change, counted in values from 0
     * @param to the first time after that
     * @return the restricted set
     * @throws IllegalArgumentException unless {@code 0 <= from < to}
     */
    default PerturbationSet between(int from, int to) {
        return where(Mask.between(from, to));
    }

    /**
     * Returns the perturbed inputs that may stand for one sample.
     *
     * @param sample the sample
     * @return the region around its input
     * @throws IllegalArgumentException if a value of the input is not finite or lies outside the range, since the region
     *     might then be empty, or if the set does not fit the shape of the input
     */
    Region around(Sample sample);
}
