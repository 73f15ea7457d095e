package org.robustest.reference.twelvelead;

import java.util.List;
import org.robustest.reference.beats.Resampler;
import org.robustest.samples.Shape;

/**
 * Makes inputs of one shape, with values from −1 to 1, out of recordings of any length. Immutable.
 *
 * <p>In this order: missing samples become the median of their lead; the lead is resampled; its median is subtracted, if
 * that was asked for; it is divided by its largest absolute value; and the last samples are taken, or zeros are put before
 * them. A lead of zeros stays one.
 */
public final class Preprocessing {

    private static final int RECORDED_FREQUENCY = 500;
    private static final int LENGTH_OF_THE_PAPER = 33_792;
    private static final int COMPACT_FREQUENCY = 125;
    private static final int COMPACT_LENGTH = 2_048;

    private final List<Lead> leads;
    private final int samplingFrequency;
    private final int length;
    private final boolean medianRemoved;

    private Preprocessing(List<Lead> leads, int samplingFrequency, int length, boolean medianRemoved) {
        this.leads = leads;
        this.samplingFrequency = samplingFrequency;
        this.length = length;
        this.medianRemoved = medianRemoved;
    }

    /**
     * Returns what Ma and Liang do with CPSC2018 (arXiv:2008.03609 and arXiv:2110.09759): 8 leads at 500 Hz, each scaled by
     * its largest absolute value, 33,792 samples.
     *
     * @return the preprocessing
     */
    public static Preprocessing ofPaper() {
        return new Preprocessing(Lead.eight(), RECORDED_FREQUENCY, LENGTH_OF_THE_PAPER, false);
    }

    /**
     * Returns what a network for a small machine takes: 8 leads at 125 Hz, the median of each removed, each scaled by its
     * largest absolute value, 2,048 samples, which are 16.4 s.
     *
     * @return the preprocessing
     */
    public static Preprocessing compact() {
        return new Preprocessing(Lead.eight(), COMPACT_FREQUENCY, COMPACT_LENGTH, true);
    }

    /**
     * Returns the same with other leads.
     *
     * @param newLeads the leads, such as {@link Lead#twelve()}; each at most once, at least one
     * @return the preprocessing
     * @throws IllegalArgumentException if there is none, or one is there twice
     */
    public Preprocessing withLeads(List<Lead> newLeads) {
        if (newLeads.isEmpty() || newLeads.stream().distinct().count() != newLeads.size()) {
            throw new IllegalArgumentException("inputs need leads, each once, but they were " + newLeads);
        }
        return new Preprocessing(List.copyOf(newLeads), samplingFrequency, length, medianRemoved);
    }

    /**
     * Returns the same at another sampling frequency. The length stays as many samples as it was.
     *
     * @param hertz samples a second, from 1 to 1000
     * @return the preprocessing
     * @throws IllegalArgumentException if {@code hertz} is not from 1 to 1000
     */
    public Preprocessing withSamplingFrequency(int hertz) {
        if (hertz < 1 || hertz > 1000) {
            throw new IllegalArgumentException("a sampling frequency is from 1 to 1000 Hz, but it was " + hertz);
        }
        return new Preprocessing(leads, hertz, length, medianRemoved);
    }

    /**
     * Returns the same with another length.
     *
     * @param samples the number of samples of each lead, at least 1
     * @return the preprocessing
     * @throws IllegalArgumentException if {@code samples} is below 1
     */
    public Preprocessing withLength(int samples) {
        if (samples < 1) {
            throw new IllegalArgumentException("an input has at least 1 sample, but it was " + samples);
        }
        return new Preprocessing(leads, samplingFrequency, samples, medianRemoved);
    }

    /**
     * Returns the leads that are taken.
     *
     * @return the leads, in the order of the channels; unmodifiable
     */
    public List<Lead> leads() {
        return leads;
    }

    /**
     * Returns the shape of inputs.
     *
     * @return {@code [C, L]}, leads by samples
     */
    public Shape shape() {
        return Shape.of(leads.size(), length);
    }

    /**
     * Makes the input of a recording.
     *
     * @param recording the recording; its sampling frequency a whole number from 1 to 1000 Hz
     * @return the values {@code [C, L]}, row-major, from −1 to 1
     * @throws IllegalArgumentException if the sampling frequency is another
     */
    public float[] apply(Recording recording) {
        double from = recording.samplingFrequency();
        if (from != Math.rint(from) || from < 1 || from > 1000) {
            throw new IllegalArgumentException(
                    "a recording is sampled at a whole number from 1 to 1000 Hz, but it was " + from);
        }
        int divisor = greatestCommonDivisor((int) from, samplingFrequency);
        Resampler resampler = Resampler.of(samplingFrequency / divisor, (int) from / divisor);
        boolean same = from == samplingFrequency;
        float[] input = new float[leads.size() * length];
        for (int i = 0; i < leads.size(); i++) {
            float[] complete = withoutGaps(recording.millivolts(leads.get(i)));
            float[] values = scaled(same ? complete : resampler.resample(complete));
            int count = Math.min(length, values.length);
            System.arraycopy(values, values.length - count, input, (i + 1) * length - count, count);
        }
        return input;
    }

    private static float[] withoutGaps(float[] values) {
        float median = Float.NaN;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                median = Float.isNaN(median) ? Recording.median(values) : median;
                values[i] = median;
            }
        }
        return values;
    }

    private float[] scaled(float[] values) {
        float center = medianRemoved ? Recording.median(values) : 0;
        float largest = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= center;
            largest = Math.max(largest, Math.abs(values[i]));
        }
        for (int i = 0; i < values.length && largest > 0; i++) {
            values[i] /= largest;
        }
        return values;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** Returns the leads, the frequency and the length. */
    @Override
    public String toString() {
        return leads + " at " + samplingFrequency + " Hz, " + length + " samples"
                + (medianRemoved ? ", median removed" : "");
    }
}
