package org.robustest.reference.beats;

/**
 * Changes the sampling frequency of a signal by a rational factor, without aliasing and without delay.
 *
 * <p>The signal is thought of as upsampled by {@code up}, passed through a linear-phase low-pass filter, and
 * downsampled by {@code down}; only the products that reach the output are computed (the polyphase form of Crochiere and
 * Rabiner, <em>Multirate Digital Signal Processing</em>, 1983, section 3.3). The filter is a sinc under a Kaiser window
 * for 60 dB (Kaiser 1974: {@code beta = 0.1102 (A − 8.7)}), long enough to pass what lies below 82 % of the smaller of
 * both Nyquist frequencies, and to stop what lies above it. A constant signal stays the same constant; beyond its ends a
 * signal is continued by its first and last value.
 */
public final class Resampler {

    private static final double ATTENUATION = 60;
    private static final double BETA = 0.1102 * (ATTENUATION - 8.7);
    private static final int ZERO_CROSSINGS = 20;

    private final int up;
    private final int down;
    private final int reach;
    private final double[][] phases;

    private Resampler(int up, int down) {
        this.up = up;
        this.down = down;
        int slower = Math.max(up, down);
        int halfLength = ZERO_CROSSINGS * slower;
        this.reach = halfLength / up + 1;
        double transition = (ATTENUATION - 7.95) / (14.36 * 2 * halfLength);
        double cutoff = 0.5 / slower - transition / 2;
        this.phases = new double[up][];
        for (int phase = 0; phase < up; phase++) {
            phases[phase] = phase(phase, halfLength, cutoff);
        }
    }

    /**
     * Creates a resampler.
     *
     * @param up the numerator of the factor, at least 1; for 360 to 125 Hz it is 25
     * @param down the denominator of the factor, at least 1; for 360 to 125 Hz it is 72
     * @return the resampler
     * @throws IllegalArgumentException if one of them is below 1 or above 1000
     */
    public static Resampler of(int up, int down) {
        if (up < 1 || down < 1 || up > 1000 || down > 1000) {
            throw new IllegalArgumentException(
                    "a resampling factor is a fraction of numbers from 1 to 1000, but it was " + up + "/" + down);
        }
        return new Resampler(up, down);
    }

    /**
     * Resamples a signal. Sample j of the result stands at the time of sample {@code j down / up} of the signal.
     *
     * @param signal the signal; not changed
     * @return {@code ceil(length up / down)} samples; a new array
     */
    public float[] resample(float[] signal) {
        int length = Math.toIntExact(((long) signal.length * up + down - 1) / down);
        float[] resampled = new float[length];
        for (int j = 0; j < length; j++) {
            long position = (long) j * down;
            int first = (int) (position / up) - reach;
            double[] taps = phases[(int) (position % up)];
            resampled[j] = (float)
                    (first >= 0 && first + taps.length <= signal.length
                            ? inner(taps, signal, first)
                            : innerAtEdge(taps, signal, first));
        }
        return resampled;
    }

    /** Four sums that do not wait for each other; the order of additions is fixed, so the bits are too. */
    private static double inner(double[] taps, float[] signal, int first) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < taps.length; i += 4) {
            a += taps[i] * signal[first + i];
            b += taps[i + 1] * signal[first + i + 1];
            c += taps[i + 2] * signal[first + i + 2];
            d += taps[i + 3] * signal[first + i + 3];
        }
        for (; i < taps.length; i++) {
            a += taps[i] * signal[first + i];
        }
        return (a + b) + (c + d);
    }

    private static double innerAtEdge(double[] taps, float[] signal, int first) {
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            sum += taps[i] * signal[Math.max(0, Math.min(signal.length - 1, first + i))];
        }
        return sum;
    }

    /** The taps that meet the samples from {@code -reach} to {@code reach} around an output of this phase. */
    private double[] phase(int phase, int halfLength, double cutoff) {
        double[] taps = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            int distance = (i - reach) * up - phase;
            taps[i] = sinc(2 * cutoff * distance) * kaiser((double) distance / halfLength);
            sum += taps[i];
        }
        for (int i = 0; i < taps.length; i++) {
            taps[i] /= sum;
        }
        return taps;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) > 1 ? 0 : besselI0(BETA * Math.sqrt(1 - x * x)) / besselI0(BETA);
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }
}
