package org.robustest.evaluation;

import java.util.Locale;

/**
 * What is known of the share of samples that a model gets right whatever the adversary does. It is an interval of knowledge, not of
 * chance: on these samples, the share lies in it without any doubt.
 *
 * @param certified the share of which it is proved, from 0 to 1
 * @param robust the share to which no counterexample is known, from 0 to 1; at least the certified one
 * @param samples the number of samples
 */
public record AccuracyInterval(double certified, double robust, int samples) {

    /**
     * Returns the share of samples of which nothing is known: neither a proof nor a counterexample.
     *
     * @return the width of the interval, from 0 to 1
     */
    public double undecided() {
        return robust - certified;
    }

    /** Returns the bounds and the number of samples, such as {@code 0.4200 to 0.5100 (100 samples)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f to %.4f (%d samples)", certified, robust, samples);
    }
}
