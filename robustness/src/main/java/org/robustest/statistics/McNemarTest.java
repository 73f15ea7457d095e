package org.robustest.statistics;

import java.util.Locale;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Tells whether one of two models that were tested on the same samples is better, or whether that is chance: the test of McNemar
 * ("Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika 1947), in its exact
 * form.
 *
 * <p>Only samples on which the models differ count. If neither is better, each of these n falls to either side with probability
 * 1/2, so that the number on one side has the binomial distribution {@code B(n, 1/2)}. It is a statement about the population that
 * the samples were drawn from at random.
 *
 * @param onlyFirst the number of samples that the first model alone gets right, at least 0
 * @param onlySecond the number of samples that the second model alone gets right, at least 0
 */
public record McNemarTest(int onlyFirst, int onlySecond) {

    /**
     * Creates a test.
     *
     * @param onlyFirst the number of samples that the first model alone gets right
     * @param onlySecond the number of samples that the second model alone gets right
     * @throws IllegalArgumentException if one of them is negative
     */
    public McNemarTest {
        if (onlyFirst < 0 || onlySecond < 0) {
            throw new IllegalArgumentException("McNemar's test counts samples on which two models differ, at least 0 on"
                    + " either side, but they were " + onlyFirst + " and " + onlySecond);
        }
    }

    /**
     * Returns how probable a difference this large, to either side, is if neither model is better: {@code min(1, 2 P(X <= min))}.
     *
     * @return the two-sided p-value, above 0 and at most 1
     */
    public double pValue() {
        return Math.min(1, 2 * atLeast(Math.max(onlyFirst, onlySecond)));
    }

    /**
     * Returns how probable it is that the second model is ahead by this much, or the first one behind by more, if the second one
     * is not better: {@code P(X >= onlySecond)}.
     *
     * @return the one-sided p-value, above 0 and at most 1; the smaller, the more certain it is that the second model is better
     */
    public double pValueThatSecondIsBetter() {
        return atLeast(onlySecond);
    }

    private double atLeast(int side) {
        int differing = Math.addExact(onlyFirst, onlySecond);
        return side == 0 ? 1 : BinomialDistribution.of(differing, 0.5).survivalProbability(side - 1);
    }

    /** Returns both counts and the two-sided p-value, such as {@code 2 against 9, p = 0.06543}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d against %d, p = %.4g", onlyFirst, onlySecond, pValue());
    }
}
