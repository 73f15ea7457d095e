package org.robustest.perturbation;

import org.robustest.samples.InputRange;

/** Checks the input that a region is to be built around. */
final class ValidInput {

    private ValidInput() {}

    /** Returns the values, all of which lie in the range. */
    static float[] in(InputRange range, float[] input) {
        for (int i = 0; i < input.length; i++) {
            if (!range.contains(input[i])) {
                throw new IllegalArgumentException(
                        "the value " + input[i] + " at index " + i + " of the input lies outside the range " + range);
            }
        }
        return input;
    }

    /** Returns the end of the expression that makes a set with a range. */
    static String text(InputRange range) {
        return range.isBounded() ? ".within(" + range.low() + ", " + range.high() + ")" : "";
    }
}
