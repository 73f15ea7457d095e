package org.robustest.reference.synthetic;

/** Checks what a user asked for. */
final class Ranges {

    private Ranges() {}

    static void require(double value, double low, double high, String meaning) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    meaning + " must lie from " + low + " to " + high + ", but it was " + value);
        }
    }
}
