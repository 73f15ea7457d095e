package org.robustest.perturbation;

import java.util.List;
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

    /**
     * Returns the set of smooth perturbations: noise θ that changes no value by more than ε, averaged over time by five
     * Gaussian kernels of sizes 5, 7, 11, 15 and 19 with standard deviations 1, 3, 5, 7 and 10, and the mean of the five
     * (Han et al., "Deep learning models for electrocardiograms are susceptible to adversarial attack", Nature Medicine 26,
     * 2020). Beyond both ends of the input, θ is 0.
     *
     * <p>Within a range, a value that would leave it stays at its end, as in a recorder that saturates.
     *
     * @param epsilon the bound ε on θ, and so on every change, finite and at least 0, in the unit of the inputs
     * @return the set, for inputs of shape {@code [L]} or {@code [C, L]}; each channel has noise of its own
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public static PerturbationSet smooth(double epsilon) {
        return SmoothingBasis.set(epsilon);
    }

    /**
     * Returns the set of perturbations that are smooth by other kernels: the mean over the kernels of noise that changes no
     * value by more than ε, averaged by the kernel.
     *
     * @param epsilon the bound ε, finite and at least 0, in the unit of the inputs
     * @param kernels the kernels, at least one
     * @return the set, for inputs of shape {@code [L]} or {@code [C, L]}
     * @throws IllegalArgumentException if there is no kernel, or ε is negative or not finite
     * @see #smooth(double)
     */
    public static PerturbationSet smooth(double epsilon, SmoothingKernel... kernels) {
        return SmoothingBasis.set(epsilon, List.of(kernels));
    }

    /**
     * Returns the set of perturbations whose discrete Fourier spectrum lies in a band, and whose Euclidean length is at most ε.
     *
     * <p>The length is bounded, and not the largest change, since the L2 norm of a signal is that of its spectrum (Parseval):
     * the set is a ball of coefficients, onto which projection is exact. Within a range, a value that would leave it stays at
     * its end, which adds other frequencies.
     *
     * @param epsilon the bound ε, over all channels, finite and at least 0, in the unit of the inputs
     * @param lowHz the lowest frequency, at least 0 Hz
     * @param highHz the highest frequency, above the lowest and at most half the sampling rate, in Hz
     * @param samplingRate the number of values a second, in Hz
     * @return the set, for inputs of shape {@code [L]} or {@code [C, L]}; the frequencies are the multiples of the sampling
     *     rate divided by L
     * @throws IllegalArgumentException if ε is negative or not finite, or there is no such band
     */
    public static PerturbationSet bandLimited(double epsilon, double lowHz, double highHz, double samplingRate) {
        return BandBasis.set(epsilon, new Band(lowHz, highHz, samplingRate));
    }

    /**
     * Returns the set of muscle noise: all noise from 20 to 100 Hz, or to half the sampling rate if that is less, of bounded
     * power.
     *
     * @param rootMeanSquare the bound on the root of the mean squared change, over all values of all channels, finite and at
     *     least 0, in the unit of the inputs, such as mV
     * @param samplingRate the number of values a second, above 40 Hz
     * @return the set, for inputs of shape {@code [L]} or {@code [C, L]}
     * @throws IllegalArgumentException if the bound is negative or not finite, or the sampling rate too low
     * @see #bandLimited
     */
    public static PerturbationSet muscleNoise(double rootMeanSquare, double samplingRate) {
        return BandBasis.muscleNoise(rootMeanSquare, samplingRate);
    }

    /**
     * Returns the set of baseline wander, as by breathing: in each channel a sum of waves of 0.1, 0.2, 0.3, 0.4 and 0.5 Hz with
     * any phases. Each wave is {@code a cos + b sin} with |a| and |b| at most the amplitude divided by 5√2, so that the sum
     * moves no value by more than the amplitude.
     *
     * <p>Within a range, a value that would leave it stays at its end.
     *
     * @param amplitude the bound on every change, finite and at least 0, in the unit of the inputs, such as mV
     * @param samplingRate the number of values a second, at least 1 Hz
     * @return the set, for inputs of shape {@code [L]} or {@code [C, L]}
     * @throws IllegalArgumentException if the amplitude is negative or not finite, or the sampling rate too low
     */
    public static PerturbationSet baselineWander(double amplitude, double samplingRate) {
        return WaveBasis.baselineWander(amplitude, samplingRate);
    }

    /**
     * Returns the set of power line noise: one sine of the frequency of the mains, of any phase, the same in all channels.
     *
     * <p>Within a range, a value that would leave it stays at its end.
     *
     * @param amplitude the largest amplitude, finite and at least 0, in the unit of the inputs, such as mV
     * @param mainsHz the frequency of the mains: 50 or 60 Hz
     * @param samplingRate the number of values a second, at least twice that
     * @return the set, for inputs of shape {@code [L]} or {@code [C, L]}
     * @throws IllegalArgumentException if the amplitude is negative or not finite, or the sampling rate too low
     */
    public static PerturbationSet powerLine(double amplitude, double mainsHz, double samplingRate) {
        return WaveBasis.powerLine(amplitude, mainsHz, samplingRate);
    }

    /**
     * Returns the set of amplifiers that are badly set: all values of a channel are multiplied by a factor from
     * {@code 1 - gain} to {@code 1 + gain}, another one for each channel.
     *
     * <p>Within a range, a value that would leave it stays at its end.
     *
     * @param gain the largest relative error of the gain, from 0 to 1
     * @return the set
     * @throws IllegalArgumentException if the gain is not from 0 to 1
     */
    public static PerturbationSet leadGain(double gain) {
        return GainBasis.set(gain);
    }

    /**
     * Returns the set of shifts in time, the same for all channels: at a shift of s the value at time t is that of the input at
     * t - s. A shift need not be whole; between two values it takes the line through them, and beyond both ends the value
     * there.
     *
     * <p>The logits may go up and down many times from one shift to the other, so that following gradients is not enough: give
     * the attack many restarts.
     *
     * @param values the largest shift to either side, finite and at least 0, in values
     * @return the set, for inputs of shape {@code [L]} or {@code [C, L]}
     * @throws IllegalArgumentException if the shift is negative or not finite
     */
    public static PerturbationSet timeShift(double values) {
        return ShiftDistortion.set(values);
    }
}
