package org.robustest.evaluation;

/**
 * What was spent on a sample, or on several.
 *
 * @param forwards how many inputs the model was asked about
 * @param backwards how many input gradients were computed
 */
public record Effort(long forwards, long backwards) {

    /** Nothing spent. */
    public static final Effort NONE = new Effort(0, 0);

    /**
     * Returns the sum of two efforts.
     *
     * @param other what else was spent
     * @return both together
     */
    public Effort plus(Effort other) {
        return new Effort(forwards + other.forwards, backwards + other.backwards);
    }
}
