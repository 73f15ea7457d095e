package org.robustest.assertions;

/** The smallest accuracy that passes, as a share of the samples. */
final class RequiredAccuracy {

    private RequiredAccuracy() {}

    static void check(double required) {
        if (!(required >= 0 && required <= 1)) {
            throw new IllegalArgumentException(
                    "the required accuracy is a share of the samples, from 0 to 1, but it was " + required
                            + (required > 1 && required <= 100 ? "; write " + required / 100 + " for percent" : ""));
        }
    }
}
