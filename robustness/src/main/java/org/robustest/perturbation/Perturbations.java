package org.robustest.perturbation;

import java.util.function.Function;
import org.robustest.samples.Sample;

/** The perturbation sets, by name. */
public final class Perturbations {

    private Perturbations() {}

    /**
     * Returns the set of perturbations that change no value by more than ε.
     *
     * @param epsilon the bound ε, finite and at least 0, in the unit of the inputs
     * @return the L∞ ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public static NormBall linf(double epsilon) {
        return Norm.LINF.ball(epsilon);
    }

    /**
     * Returns the set of perturbations whose Euclidean length is at most ε.
     *
     * @param epsilon the bound ε, finite and at least 0, in the unit of the inputs
     * @return the L2 ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public static NormBall l2(double epsilon) {
        return Norm.L2.ball(epsilon);
    }

    /**
     * Returns the set of perturbations whose absolute changes add up to at most ε.
     *
     * @param epsilon the bound ε, finite and at least 0, in the unit of the inputs
     * @return the L1 ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public static NormBall l1(double epsilon) {
        return Norm.L1.ball(epsilon);
    }

    /**
     * Returns the set of perturbations that change no value of a channel by more than the bound of that channel, such as
     * one in mV for each lead.
     *
     * <p>There is no such set for L2 and L1: what one channel uses of a common bound is taken from the others, so that it
     * takes weights and not bounds to tell them apart. Scale the channels before they reach the model instead.
     *
     * @param epsilons the bounds ε, one for each channel in their order, each finite and at least 0, in the unit of the
     *     inputs; 0 leaves a channel alone
     * @return the box around each input
     * @throws IllegalArgumentException if there is no bound, or one is negative or not finite
     */
    public static PerturbationSet linfPerChannel(double... epsilons) {
        return new ChannelBox(epsilons);
    }

    /**
     * Returns the set that is another one for each sample, such as
     * {@code perSample("a tenth of the peak", 0.3, beat -> linf(0.1 * peak(beat)))}.
     *
     * @param name what the function does; stands for it in reports, and tells this set from others
     * @param largest the largest bound ε of any of the sets
     * @param sets gives the set for a sample; the same one whenever it is asked
     * @return the set; a range given to it replaces those of the sets
     * @throws IllegalArgumentException if the name is blank, or the bound is negative or not finite
     */
    public static PerturbationSet perSample(String name, double largest, Function<Sample, PerturbationSet> sets) {
        return new PerSample(name, largest, sets);
    }
}
