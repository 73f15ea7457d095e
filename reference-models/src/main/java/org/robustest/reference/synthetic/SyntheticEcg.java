package org.robustest.reference.synthetic;

import java.util.List;
import org.robustest.reference.beats.BeatClass;
import org.robustest.samples.Samples;

/**
 * An ECG computed by the dynamical model of McSharry, Clifford, Tarassenko and Smith, "A dynamical model for generating
 * synthetic electrocardiogram signals", IEEE TBME 50(3), 2003.
 *
 * <p>Normal beats have the waves of the paper, and R-R intervals its spectrum. The other classes are the textbook's: a
 * supraventricular beat (S) is early, with an inverted P and a pause that does not compensate; a ventricular one (V) is
 * early and wide, without P, with an inverted T and a pause that compensates; a fusion beat (F) lies between N and V; a
 * paced one (Q) has a spike, a wide QRS and no P. They were not fitted to recordings, so figures on them say nothing
 * about real patients.
 *
 * <p>The same configuration gives the same record on every run. Immutable.
 */
public final class SyntheticEcg {

    private final Heart heart;
    private final Recording recording;
    private final long seed;

    private SyntheticEcg(Heart heart, Recording recording, long seed) {
        this.heart = heart;
        this.recording = recording;
        this.seed = seed;
    }

    /**
     * Returns a normal rhythm of 60 beats a minute with a standard deviation of 1, in lead II at 360 Hz, without noise.
     *
     * @return the ECG, with seed 1
     */
    public static SyntheticEcg withDefaults() {
        return new SyntheticEcg(Heart.DEFAULT, Recording.DEFAULT, 1);
    }

    /**
     * Returns this ECG with another sampling frequency.
     *
     * @param samplingFrequency samples a second, in Hz, from 50 to 10,000
     * @return the ECG
     * @throws IllegalArgumentException if it is outside of that range
     */
    public SyntheticEcg withSamplingFrequency(double samplingFrequency) {
        return new SyntheticEcg(heart, recording.withSamplingFrequency(samplingFrequency), seed);
    }

    /**
     * Returns this ECG with another heart rate.
     *
     * @param mean beats a minute, from 20 to 250
     * @param standardDeviation the standard deviation, in beats a minute, from 0 to a tenth of the mean
     * @return the ECG
     * @throws IllegalArgumentException if one is outside of its range
     */
    public SyntheticEcg withHeartRate(double mean, double standardDeviation) {
        return new SyntheticEcg(heart.withRate(mean, standardDeviation), recording, seed);
    }

    /**
     * Returns this ECG in other leads.
     *
     * @param leads the leads, at least one
     * @return the ECG
     * @throws IllegalArgumentException if there is none
     */
    public SyntheticEcg withLeads(EcgLead... leads) {
        return new SyntheticEcg(heart, recording.withLeads(List.of(leads)), seed);
    }

    /**
     * Returns this ECG with another sequence of beats.
     *
     * @param beats the classes of the beats, repeated for as long as the record lasts; at least one
     * @return the ECG
     * @throws IllegalArgumentException if there is none
     */
    public SyntheticEcg withRhythm(BeatClass... beats) {
        return new SyntheticEcg(heart.withRhythm(List.of(beats)), recording, seed);
    }

    /**
     * Returns this ECG with white Gaussian noise, independent in every lead.
     *
     * @param standardDeviation the standard deviation of the noise, in mV, from 0 to 1,000
     * @return the ECG
     * @throws IllegalArgumentException if it is outside of that range
     */
    public SyntheticEcg withWhiteNoise(double standardDeviation) {
        return new SyntheticEcg(heart, recording.withWhiteNoise(standardDeviation), seed);
    }

    /**
     * Returns this ECG with a baseline that wanders with breathing, at 0.25 Hz.
     *
     * @param amplitude the amplitude, in mV, from 0 to 1,000
     * @return the ECG
     * @throws IllegalArgumentException if it is outside of that range
     */
    public SyntheticEcg withBaselineWander(double amplitude) {
        return new SyntheticEcg(heart, recording.withBaselineWander(amplitude), seed);
    }

    /**
     * Returns this ECG with another seed.
     *
     * @param seed the seed of the R-R intervals, of the noise, and of the patients of {@link #beats(int)}
     * @return the ECG
     */
    public SyntheticEcg withSeed(long seed) {
        return new SyntheticEcg(heart, recording, seed);
    }

    /**
     * Computes a record.
     *
     * @param seconds how long it is, in s, above 0 and at most 86,400
     * @return the record
     * @throws IllegalArgumentException if the length is outside of that range
     */
    public SyntheticRecord record(double seconds) {
        return RecordGenerator.generate(heart, recording, seed, seconds);
    }

    /**
     * Computes beats of all five classes, cut as {@link org.robustest.reference.beats.BeatCutter BeatCutter} cuts real
     * ones, so that whatever runs on {@link org.robustest.reference.mitbih.MitBih MitBih} runs on them as well.
     *
     * <p>They come from one patient for every ten beats of a class: each has a heart rate of its own, up to a quarter off
     * this one's, and waves of its own. Rate, noise, wander and the first lead are this ECG's; sampling frequency and
     * rhythm are not used. A sample has the shape {@code [1, 187]}, values from 0 to 1, an id such as
     * {@code synthetic/1/3@1234} (seed, patient, R peak in samples of 125 Hz), and the tags {@code patient} and
     * {@code lead}.
     *
     * @param perClass how many beats of each class, from 1 to 10,000
     * @return the beats
     * @throws IllegalArgumentException if {@code perClass} is outside of that range
     */
    public Samples beats(int perClass) {
        return BeatGenerator.generate(heart, recording, seed, perClass);
    }
}
