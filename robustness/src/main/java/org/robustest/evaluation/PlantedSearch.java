package org.robustest.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * How many {@linkplain PlantedCounterexamples planted counterexamples} an attack has found.
 *
 * @param planted how many were planted; none could be in samples whose logits hardly change within the set
 * @param found how many of them the attack has found
 * @param foundByChance how many of them 100 random points have found; if these are many, the test was too easy to tell attacks
 *     apart
 * @param missed the ids of the samples whose planted counterexample the attack has not found
 */
public record PlantedSearch(int planted, int found, int foundByChance, List<String> missed) {

    /**
     * Creates a result.
     *
     * @param planted how many were planted
     * @param found how many of them the attack has found
     * @param foundByChance how many of them random points have found
     * @param missed the ids of the samples of the others; copied
     */
    public PlantedSearch {
        missed = List.copyOf(missed);
    }

    /**
     * Returns the share of those planted that the attack has found.
     *
     * @return the share, from 0 to 1; 1 for an attack that can be relied on
     * @throws IllegalStateException if none could be planted
     */
    public double share() {
        if (planted == 0) {
            throw new IllegalStateException(
                    "no counterexample could be planted: the logits hardly change within the set for"
                            + " any of the samples; check that the model looks at its input, and the size of the set");
        }
        return (double) found / planted;
    }

    /** Returns the counts, such as {@code 97 of 100 planted counterexamples found (3 by chance)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d of %d planted counterexamples found (%d by chance)", found, planted, foundByChance);
    }
}
