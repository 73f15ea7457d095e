package org.robustest.perturbation;

/**
 * A band of frequencies of a signal that is sampled at a rate.
 *
 * @param lowHz the lowest frequency, in Hz
 * @param highHz the highest frequency, in Hz
 * @param samplingRate the number of values a second, in Hz
 */
record Band(double lowHz, double highHz, double samplingRate) {

    Band {
        requireRate(samplingRate);
        if (!(0 <= lowHz && lowHz < highHz && highHz <= samplingRate / 2)) {
            throw new IllegalArgumentException("a band needs 0 <= low < high <= half the sampling rate, which is "
                    + samplingRate / 2 + " Hz, but low was " + lowHz + " Hz and high was " + highHz + " Hz");
        }
    }

    static void requireRate(double samplingRate) {
        if (!(samplingRate > 0 && Double.isFinite(samplingRate))) {
            throw new IllegalArgumentException(
                    "the sampling rate must be positive and finite, in Hz, but it was " + samplingRate);
        }
    }

    /** Returns the least k with {@code k * samplingRate / length >= lowHz}. */
    int firstMultiple(int length) {
        return (int) Math.ceil(lowHz * length / samplingRate);
    }

    /** Returns the largest k with {@code k * samplingRate / length <= highHz}. */
    int lastMultiple(int length) {
        return (int) Math.floor(highHz * length / samplingRate);
    }

    /** Returns the three numbers, as they stand in the expression that makes a set. */
    @Override
    public String toString() {
        return Epsilon.text(lowHz) + ", " + Epsilon.text(highHz) + ", " + Epsilon.text(samplingRate);
    }
}
