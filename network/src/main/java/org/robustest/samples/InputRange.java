package org.robustest.samples;

/**
 * The values that a valid input may take: every value of it lies in {@code [low, high]}.
 *
 * @param low the smallest valid value, in the unit of the inputs
 * @param high the largest valid value, in the unit of the inputs
 */
public record InputRange(float low, float high) {

    /** The range that admits every finite value. */
    public static final InputRange UNBOUNDED = new InputRange(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

    /**
     * Creates a range.
     *
     * @param low the smallest valid value
     * @param high the largest valid value
     * @throws IllegalArgumentException if {@code low} is not below {@code high}, or one of them is NaN
     */
    public InputRange {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "an input range needs low < high, but low was " + low + " and high was " + high);
        }
    }

    /**
     * Tells whether this range holds a value.
     *
     * @param value any value
     * @return {@code true} if it is finite and in {@code [low, high]}
     */
    public boolean contains(float value) {
        return Float.isFinite(value) && value >= low && value <= high;
    }

    /**
     * Tells whether this range restricts anything.
     *
     * @return {@code false} for {@link #UNBOUNDED}
     */
    public boolean isBounded() {
        return !equals(UNBOUNDED);
    }

    /** Returns the range as {@code [low, high]}. */
    @Override
    public String toString() {
        return "[" + low + ", " + high + "]";
    }
}
