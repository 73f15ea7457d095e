package org.robustest.layer;

/** Sums over rows of values: the gradients of biases and of scales. */
final class RowSums {

    private RowSums() {}

    /** Adds to each sum the values of one of the rows that lie one behind the other. */
    static void add(float[] rows, int count, int length, float[] sums) {
        for (int row = 0; row < count; row++) {
            double sum = 0;
            for (int i = row * length; i < (row + 1) * length; i++) {
                sum += rows[i];
            }
            sums[row] += (float) sum;
        }
    }
}
