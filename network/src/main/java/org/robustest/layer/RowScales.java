package org.robustest.layer;

/** Products of rows of lanes with a number for each row. */
final class RowScales {

    private RowScales() {}

    /** Computes {@code y[row] = factors[row] * x[row]}; y may be the same array as x. */
    static void multiply(float[] x, float[] factors, float[] y, int lanes) {
        for (int row = 0; row < factors.length; row++) {
            float factor = factors[row];
            for (int i = row * lanes; i < (row + 1) * lanes; i++) {
                y[i] = factor * x[i];
            }
        }
    }
}
