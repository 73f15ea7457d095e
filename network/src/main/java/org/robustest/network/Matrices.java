package org.robustest.network;

/** The matrix product that the passes spend their time in, written so that C2 turns it into vector instructions. */
final class Matrices {

    private static final int LANES = Network.LANES;

    private Matrices() {}

    /**
     * Adds to each row of lanes the products of a matrix row with the rows of lanes of x: {@code Y += A X}.
     *
     * @param a the matrix, row-major {@code [rows, columns]}
     * @param rows the rows of A and Y
     * @param columns the columns of A and rows of X
     * @param x {@code [columns, LANES]}
     * @param y {@code [rows, LANES]}
     */
    static void multiplyAdd(float[] a, int rows, int columns, float[] x, float[] y) {
        for (int row = 0; row < rows; row++) {
            int column = 0;
            for (; column + 4 <= columns; column += 4) {
                int at = row * columns + column;
                addFourRows(a[at], a[at + 1], a[at + 2], a[at + 3], x, column * LANES, y, row * LANES);
            }
            for (; column < columns; column++) {
                addRow(a[row * columns + column], x, column * LANES, y, row * LANES);
            }
        }
    }

    /** Offsets between the four rows are constants: C2 vectorises this loop only then. */
    private static void addFourRows(
            float w0, float w1, float w2, float w3, float[] x, int xOffset, float[] y, int yOffset) {
        for (int lane = 0; lane < LANES; lane++) {
            float sum = y[yOffset + lane];
            sum = Math.fma(w0, x[xOffset + lane], sum);
            sum = Math.fma(w1, x[xOffset + lane + LANES], sum);
            sum = Math.fma(w2, x[xOffset + lane + 2 * LANES], sum);
            sum = Math.fma(w3, x[xOffset + lane + 3 * LANES], sum);
            y[yOffset + lane] = sum;
        }
    }

    private static void addRow(float w, float[] x, int xOffset, float[] y, int yOffset) {
        for (int lane = 0; lane < LANES; lane++) {
            y[yOffset + lane] = Math.fma(w, x[xOffset + lane], y[yOffset + lane]);
        }
    }

    /** Returns the transpose of a row-major matrix {@code [rows, columns]}. */
    static float[] transpose(float[] matrix, int rows, int columns) {
        float[] transposed = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
        return transposed;
    }

    /** Throws if a parameter is NaN or infinite: no verdict on such a network could be right. */
    static void requireFinite(float[] parameters, String name) {
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw new IllegalArgumentException("every " + name + " must be finite, but the one at index " + i
                        + " was " + parameters[i] + "; was the model trained with too high a learning rate?");
            }
        }
    }
}
