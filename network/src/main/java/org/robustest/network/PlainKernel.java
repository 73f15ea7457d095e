package org.robustest.network;

import java.util.Arrays;

/**
 * The kernel in plain Java, in the shape that C2 turns into vector instructions: ten rows of X are added to a row of Y at a
 * time, and each of the eleven is an array of its own with the same index. Rows are copied to such arrays, piece by piece; a
 * piece is long, since the loops before and behind the vectorised one cost as much as some hundred columns. C2 finds vectors
 * in the loop over ten rows only where it knows their length; the ends of rows are added five at a time.
 */
final class PlainKernel implements MatrixKernel {

    private static final int DEPTH = 10;
    private static final int HALF_DEPTH = 5;
    private static final int PIECE = 992;

    private final float[][] xPieces = new float[DEPTH][PIECE];
    private float[][] yPieces = new float[0][];

    @Override
    public void multiplyAdd(
            Matrix a,
            float[] x,
            int[] xRows,
            int xFrom,
            float[] y,
            int yFrom,
            int yStride,
            int lanes,
            int from,
            int to) {
        ensureRows(a.rows());
        for (int j = from; j < to; j += PIECE) {
            int n = Math.min(PIECE, to - j);
            int yAt = yFrom * lanes + j;
            for (int m = 0; m < a.rows(); m++) {
                System.arraycopy(y, yAt + m * yStride * lanes, yPieces[m], 0, n);
            }
            addPiece(a, x, xRows, xFrom * lanes + j, lanes, n);
            for (int m = 0; m < a.rows(); m++) {
                System.arraycopy(yPieces[m], 0, y, yAt + m * yStride * lanes, n);
            }
        }
    }

    private void ensureRows(int rows) {
        int old = yPieces.length;
        if (old < rows) {
            yPieces = Arrays.copyOf(yPieces, rows);
            for (int m = old; m < rows; m++) {
                yPieces[m] = new float[PIECE];
            }
        }
    }

    private void addPiece(Matrix a, float[] x, int[] xRows, int xAt, int lanes, int n) {
        int k = 0;
        for (; n == PIECE && k + DEPTH <= a.columns(); k += DEPTH) {
            copyRows(x, xRows, k, DEPTH, xAt, lanes, n);
            for (int m = 0; m < a.rows(); m++) {
                addTenRows(a.tiles(), a.at(m) + k * Matrix.TILE, xPieces, yPieces[m]);
            }
        }
        for (; k + HALF_DEPTH <= a.columns(); k += HALF_DEPTH) {
            copyRows(x, xRows, k, HALF_DEPTH, xAt, lanes, n);
            for (int m = 0; m < a.rows(); m++) {
                addFiveRows(a.tiles(), a.at(m) + k * Matrix.TILE, xPieces, yPieces[m], n);
            }
        }
        for (; k < a.columns(); k++) {
            copyRows(x, xRows, k, 1, xAt, lanes, n);
            for (int m = 0; m < a.rows(); m++) {
                addRow(a.tiles()[a.at(m) + k * Matrix.TILE], xPieces[0], yPieces[m], n);
            }
        }
    }

    private void copyRows(float[] x, int[] xRows, int k, int count, int xAt, int lanes, int n) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(x, xRows[k + i] * lanes + xAt, xPieces[i], 0, n);
        }
    }

    private static void addTenRows(float[] tiles, int at, float[][] x, float[] y) {
        float a0 = tiles[at];
        float a1 = tiles[at + Matrix.TILE];
        float a2 = tiles[at + 2 * Matrix.TILE];
        float a3 = tiles[at + 3 * Matrix.TILE];
        float a4 = tiles[at + 4 * Matrix.TILE];
        float a5 = tiles[at + 5 * Matrix.TILE];
        float a6 = tiles[at + 6 * Matrix.TILE];
        float a7 = tiles[at + 7 * Matrix.TILE];
        float a8 = tiles[at + 8 * Matrix.TILE];
        float a9 = tiles[at + 9 * Matrix.TILE];
        float[] x0 = x[0];
        float[] x1 = x[1];
        float[] x2 = x[2];
        float[] x3 = x[3];
        float[] x4 = x[4];
        float[] x5 = x[5];
        float[] x6 = x[6];
        float[] x7 = x[7];
        float[] x8 = x[8];
        float[] x9 = x[9];
        for (int j = 0; j < PIECE; j++) {
            float sum = y[j];
            sum = Math.fma(a0, x0[j], sum);
            sum = Math.fma(a1, x1[j], sum);
            sum = Math.fma(a2, x2[j], sum);
            sum = Math.fma(a3, x3[j], sum);
            sum = Math.fma(a4, x4[j], sum);
            sum = Math.fma(a5, x5[j], sum);
            sum = Math.fma(a6, x6[j], sum);
            sum = Math.fma(a7, x7[j], sum);
            sum = Math.fma(a8, x8[j], sum);
            sum = Math.fma(a9, x9[j], sum);
            y[j] = sum;
        }
    }

    private static void addFiveRows(float[] tiles, int at, float[][] x, float[] y, int n) {
        float a0 = tiles[at];
        float a1 = tiles[at + Matrix.TILE];
        float a2 = tiles[at + 2 * Matrix.TILE];
        float a3 = tiles[at + 3 * Matrix.TILE];
        float a4 = tiles[at + 4 * Matrix.TILE];
        float[] x0 = x[0];
        float[] x1 = x[1];
        float[] x2 = x[2];
        float[] x3 = x[3];
        float[] x4 = x[4];
        for (int j = 0; j < n; j++) {
            float sum = y[j];
            sum = Math.fma(a0, x0[j], sum);
            sum = Math.fma(a1, x1[j], sum);
            sum = Math.fma(a2, x2[j], sum);
            sum = Math.fma(a3, x3[j], sum);
            sum = Math.fma(a4, x4[j], sum);
            y[j] = sum;
        }
    }

    private static void addRow(float a, float[] x, float[] y, int n) {
        for (int j = 0; j < n; j++) {
            y[j] = Math.fma(a, x[j], y[j]);
        }
    }

    @Override
    public void partialSums(float[] x, int xAt, float[] y, int yAt, int length, float[] sums) {
        Arrays.fill(sums, 0);
        for (int j = 0; j < length; j += Block.LANE_UNIT) {
            for (int i = 0; i < Block.LANE_UNIT; i++) {
                sums[i] = Math.fma(x[xAt + j + i], y[yAt + j + i], sums[i]);
            }
        }
    }

    @Override
    public void copyRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        for (int i = 0; i < count; i++) {
            System.arraycopy(x, (xFrom + i * xStep) * lanes, y, (yFrom + i * yStep) * lanes, lanes);
        }
    }

    @Override
    public void addRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        for (int i = 0; i < count; i++) {
            int xAt = (xFrom + i * xStep) * lanes;
            int yAt = (yFrom + i * yStep) * lanes;
            for (int j = 0; j < lanes; j++) {
                y[yAt + j] += x[xAt + j];
            }
        }
    }

    @Override
    public String description() {
        return "plain Java";
    }
}
