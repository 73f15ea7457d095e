package org.robustest.statistics;

import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Bounds of a share in a population, from a count in samples drawn from it at random: in at least the given part of such
 * draws, the bounds hold the true share.
 *
 * @param lower the lower bound, from 0 to 1
 * @param upper the upper bound, from 0 to 1
 * @param confidence the part of the draws for which both bounds hold, between 0 and 1
 */
public record ConfidenceInterval(double lower, double upper, double confidence) {

    /**
     * Returns the interval of Clopper and Pearson ("The use of confidence or fiducial limits illustrated in the case of the
     * binomial", Biometrika 1934), which holds at least the confidence whatever the true share is.
     *
     * @param part the number of samples that count
     * @param whole the number of samples, at least 1
     * @param confidence the part of the draws for which both bounds hold, between 0 and 1
     * @return the interval; its lower bound alone holds with a confidence of {@code (1 + confidence) / 2}
     * @throws IllegalArgumentException if there is no sample, the part is negative or larger than the whole, or the confidence is
     *     not between 0 and 1
     */
    public static ConfidenceInterval clopperPearson(int part, int whole, double confidence) {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException(
                    "a share needs at least one sample and a part of them, but it was " + part + " of " + whole);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "a confidence lies between 0 and 1, such as 0.95, but it was " + confidence);
        }
        Interval interval = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(whole, part, 1 - confidence);
        return new ConfidenceInterval(interval.getLowerBound(), interval.getUpperBound(), confidence);
    }

    /** Returns the bounds and the confidence, such as {@code 0.4321 to 0.5678 (95 %)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f to %.4f (%s %%)", lower, upper, Math.round(1e4 * confidence) / 100.0);
    }
}
