package org.robustest.attack;

/**
 * The most that an attack may spend on one sample.
 *
 * <p>Only the questions of the attack count: that the user's own model confirms a counterexample, or is asked about the
 * unperturbed sample, comes on top. A sample whose first question the budget does not cover is not searched, and so cannot be judged.
 *
 * @param forwards the most points that the model may be asked about, at least 0
 * @param backwards at how many of these points a gradient may be asked for, at least 0
 */
public record Budget(long forwards, long backwards) {

    /**
     * Creates a budget.
     *
     * @param forwards the most points that the model may be asked about, at least 0
     * @param backwards at how many of these points a gradient may be asked for, at least 0
     * @throws IllegalArgumentException if one of them is negative
     */
    public Budget {
        if (forwards < 0 || backwards < 0) {
            throw new IllegalArgumentException(
                    "a budget is at least 0 forwards and 0 backwards, but it was " + forwards + " and " + backwards);
        }
    }

    /**
     * Returns the budget of some forwards and any number of backwards.
     *
     * @param forwards the most points that the model may be asked about
     * @return the budget
     * @throws IllegalArgumentException if the number is negative
     */
    public static Budget ofForwards(long forwards) {
        return new Budget(forwards, Long.MAX_VALUE);
    }

    /**
     * Returns the budget of some backwards and any number of forwards.
     *
     * @param backwards at how many points a gradient may be asked for
     * @return the budget
     * @throws IllegalArgumentException if the number is negative
     */
    public static Budget ofBackwards(long backwards) {
        return new Budget(Long.MAX_VALUE, backwards);
    }

    /** Returns the limits, such as {@code 1000 forwards, 500 backwards}. */
    @Override
    public String toString() {
        if (backwards == Long.MAX_VALUE) {
            return forwards + " forwards";
        }
        return forwards == Long.MAX_VALUE
                ? backwards + " backwards"
                : forwards + " forwards, " + backwards + " backwards";
    }
}
