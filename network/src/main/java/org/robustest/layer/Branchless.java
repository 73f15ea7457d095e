package org.robustest.layer;

/**
 * Conditions as numbers, by arithmetic that C2 has vector instructions for: a branch that depends on the sign of an activation
 * cannot be predicted, and costs more than a convolution.
 */
final class Branchless {

    private Branchless() {}

    /** Returns 1 for x > 0, however small, 0 for any other number, and NaN for NaN. */
    static float isPositive(float x) {
        return Math.min(Math.max(x, 0) * 0x1p127f * 0x1p127f, 1);
    }

    /** Returns 1 for 0, and 0 for x > 0, however small. */
    static float isZero(float x) {
        return 1 - Math.min(x * 0x1p127f * 0x1p127f, 1);
    }
}
