package org.robustest.transformation;

import java.util.Arrays;

/** The transformations of signals that are ready to use. Inputs have the shape {@code [L]} or {@code [C, L]}, and L is time. */
public final class Transformations {

    private static final double LOWEST_OF_MUSCLE = 20;
    private static final double HIGHEST_OF_MUSCLE = 100;

    private Transformations() {}

    /**
     * Shifts all channels in time: the value at time t becomes that at {@code t - values}, and where there is none, that at the
     * end of the input.
     *
     * @param values how many values later everything happens; earlier, if it is negative
     * @return the transformation
     */
    public static Transformation timeShift(int values) {
        return new TimeShift(values);
    }

    /**
     * Multiplies all values by a factor, as an amplifier does whose gain is set wrongly.
     *
     * @param factor the factor, positive and finite
     * @return the transformation
     * @throws IllegalArgumentException if the factor is not positive and finite
     */
    public static Transformation amplitudeScale(double factor) {
        return new AmplitudeScale(requirePositive(factor, "factor of an amplitude"));
    }

    /**
     * Multiplies the values of some channels by -1, as where the two electrodes of a lead are exchanged.
     *
     * @param leads the indices of the channels, from 0
     * @return the transformation
     * @throws IllegalArgumentException if no channel is named, or one is below 0
     */
    public static Transformation leadInversion(int... leads) {
        return new LeadFault("leadInversion", Arrays.stream(leads).boxed().toList(), -1);
    }

    /**
     * Makes some channels 0, as where an electrode falls off.
     *
     * @param leads the indices of the channels, from 0
     * @return the transformation
     * @throws IllegalArgumentException if no channel is named, or one is below 0
     */
    public static Transformation leadDropOut(int... leads) {
        return new LeadFault("leadDropOut", Arrays.stream(leads).boxed().toList(), 0);
    }

    /**
     * Resamples to another rate and back, as where a recorder or a network stores a signal at a rate of its own. Both ways go by
     * straight lines between the values, without a filter: what is faster than half the other rate comes back as something else.
     *
     * @param samplingRate the rate of the inputs, in Hz, positive and finite
     * @param throughRate the other rate, in Hz, positive and finite
     * @return the transformation
     * @throws IllegalArgumentException if a rate is not positive and finite
     */
    public static Transformation resampling(double samplingRate, double throughRate) {
        return new Resampling(
                requirePositive(samplingRate, "sampling rate"), requirePositive(throughRate, "rate to go through"));
    }

    /**
     * Adds baseline wander, as by breathing: in each channel a sum of waves of 0.1, 0.2, 0.3, 0.4 and 0.5 Hz with amplitudes and
     * phases drawn for each sample.
     *
     * @param decibels the signal-to-noise ratio of each channel in dB, {@code 10 log10(power of signal / power of noise)}; the
     *     power of a signal is its variance, that of the noise its mean square. A channel without variance gets no noise
     * @param samplingRate the rate of the inputs, at least 1 Hz
     * @return the transformation
     * @throws IllegalArgumentException if the ratio is not finite, or the rate too low
     */
    public static Transformation baselineWander(double decibels, double samplingRate) {
        requireHeard(Waves.highestOfWander(), samplingRate);
        return new AddedNoise(
                "baselineWander(" + decibels + ", " + samplingRate + ")", decibels, Waves.baselineWander(samplingRate));
    }

    /**
     * Adds power line noise: one sine of the frequency of the mains, in all channels of the same phase, which is drawn for each
     * sample.
     *
     * @param decibels the signal-to-noise ratio of each channel in dB, as for {@link #baselineWander}
     * @param mainsHz the frequency of the mains: 50 or 60 Hz
     * @param samplingRate the rate of the inputs, more than twice that
     * @return the transformation
     * @throws IllegalArgumentException if the ratio is not finite, or the rate too low
     */
    public static Transformation powerLine(double decibels, double mainsHz, double samplingRate) {
        requireHeard(requirePositive(mainsHz, "frequency of the mains"), samplingRate);
        return new AddedNoise(
                "powerLine(" + decibels + ", " + mainsHz + ", " + samplingRate + ")",
                decibels,
                Waves.powerLine(mainsHz, samplingRate));
    }

    /**
     * Adds muscle noise: in each channel normally distributed noise from 20 to 100 Hz, or to half the sampling rate if that is
     * less, drawn for each sample. It is made of up to 256 waves of whole numbers of periods.
     *
     * @param decibels the signal-to-noise ratio of each channel in dB, as for {@link #baselineWander}
     * @param samplingRate the rate of the inputs, above 40 Hz
     * @return the transformation
     * @throws IllegalArgumentException if the ratio is not finite, or the rate too low
     */
    public static Transformation muscleNoise(double decibels, double samplingRate) {
        requireHeard(LOWEST_OF_MUSCLE, samplingRate);
        return new AddedNoise(
                "muscleNoise(" + decibels + ", " + samplingRate + ")",
                decibels,
                Waves.inBand(LOWEST_OF_MUSCLE, Math.min(HIGHEST_OF_MUSCLE, samplingRate / 2), samplingRate));
    }

    private static double requirePositive(double value, String name) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("the " + name + " is positive and finite, but it was " + value);
        }
        return value;
    }

    private static void requireHeard(double frequency, double samplingRate) {
        if (!(frequency < requirePositive(samplingRate, "sampling rate") / 2)) {
            throw new IllegalArgumentException("noise of " + frequency + " Hz cannot be heard at a sampling rate of "
                    + samplingRate + " Hz, but only below " + samplingRate / 2 + " Hz");
        }
    }
}
