package org.robustest.reference.beats;

import java.util.Arrays;
import org.robustest.samples.Shape;

/**
 * Cuts the beats out of one lead of an ECG, after Kachuee, Fazeli and Sarrafzadeh (arXiv:1805.00794, section III-A).
 *
 * <ol>
 *   <li>The signal is divided into windows of 10 s. What is left at its end belongs to its last 10 s.
 *   <li>The values of a window are scaled to 0..1 by its smallest and its largest value. In a window of one value
 *       everything is 0.
 *   <li>A beat starts at the sample nearest to its R peak, and lasts 1.2 times the median of the R-R intervals that
 *       begin in the window of its R peak, at most 187 samples. It is padded with zeros to 187 samples.
 *   <li>Where a beat runs on into the next window, it keeps the scale of its own, and is clamped to 0..1.
 *   <li>The last beat is left out: no R-R interval begins with it.
 * </ol>
 */
public final class BeatCutter {

    /** The sampling frequency of beats, in Hz. */
    public static final int SAMPLING_FREQUENCY = 125;

    /** The number of samples of a beat, 1.496 s. */
    public static final int LENGTH = 187;

    /** The shape of a beat: one lead, {@code [1, 187]}. */
    public static final Shape SHAPE = Shape.of(1, LENGTH);

    private static final int WINDOW = 10 * SAMPLING_FREQUENCY;
    private static final double PART_OF_MEDIAN = 1.2;

    private final float[] signal;
    private final double[] peaks;

    private BeatCutter(float[] signal, double[] peaks) {
        this.signal = signal;
        this.peaks = peaks;
    }

    /**
     * Cuts all beats but the last.
     *
     * @param signal one lead at 125 Hz, in any unit; finite
     * @param peaks the times of the R peaks in samples of the signal; ascending, from 0, and before its end
     * @return the beats {@code [peaks.length - 1][187]}, each from 0 to 1; none if there are fewer than two peaks
     * @throws IllegalArgumentException if the peaks do not ascend or lie outside of the signal, or the signal is not
     *     finite
     */
    public static float[][] cut(float[] signal, double[] peaks) {
        for (int i = 0; i < peaks.length; i++) {
            double earliest = i == 0 ? 0 : peaks[i - 1];
            if (!(peaks[i] >= earliest && peaks[i] < signal.length)) {
                throw new IllegalArgumentException("R peak " + i + " must lie from " + earliest + " to before the end "
                        + signal.length + " of the signal, but it was at " + peaks[i]);
            }
        }
        for (int i = 0; i < signal.length; i++) {
            if (!Float.isFinite(signal[i])) {
                throw new IllegalArgumentException("the signal must be finite, but sample " + i + " was " + signal[i]);
            }
        }
        return new BeatCutter(signal, peaks).cut();
    }

    private float[][] cut() {
        float[][] beats = new float[Math.max(0, peaks.length - 1)][LENGTH];
        int next = 0;
        while (next < beats.length) {
            int window = windowOf(next);
            int first = next;
            while (next < beats.length && windowOf(next) == window) {
                next++;
            }
            cutWindow(window, beats, first, next);
        }
        return beats;
    }

    private int windowOf(int peak) {
        return (int) (peaks[peak] / WINDOW);
    }

    private void cutWindow(int window, float[][] beats, int first, int end) {
        int stop = Math.min(signal.length, (window + 1) * WINDOW);
        int start = Math.max(0, stop - WINDOW);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = start; i < stop; i++) {
            low = Math.min(low, signal[i]);
            high = Math.max(high, signal[i]);
        }
        int length = (int) Math.min(LENGTH, Math.round(PART_OF_MEDIAN * medianInterval(first, end)));
        for (int beat = first; beat < end; beat++) {
            int from = (int) Math.min(signal.length - 1, Math.round(peaks[beat]));
            int count = Math.min(length, signal.length - from);
            for (int i = 0; i < count; i++) {
                beats[beat][i] = scaled(signal[from + i], low, high);
            }
        }
    }

    private static float scaled(float value, float low, float high) {
        return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0;
    }

    private double medianInterval(int first, int end) {
        double[] intervals = new double[end - first];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = peaks[first + i + 1] - peaks[first + i];
        }
        Arrays.sort(intervals);
        int middle = intervals.length / 2;
        return intervals.length % 2 == 1 ? intervals[middle] : (intervals[middle - 1] + intervals[middle]) / 2;
    }
}
