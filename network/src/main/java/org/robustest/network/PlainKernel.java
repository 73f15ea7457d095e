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
    private static final int DEPTH_OF_SUMS = 8;
    private static final int HALF_DEPTH_OF_SUMS = 4;

    private final float[][] xPieces = new float[DEPTH][PIECE];
    private float[][] yPieces = new float[0][];
    private float[][] turned = new float[DEPTH_OF_SUMS][0];
    private float[][] partial = new float[0][];
    private float[][] total = new float[0][];

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

    /**
     * Each of the sixteen partial sums of all products is a product of matrices by itself: its columns of X are copied to rows, so
     * that the loop runs over the rows of X, and their products with a row of Y are added four at a time.
     */
    @Override
    public void addInnerProducts(
            float[] x,
            int[] xRows,
            int xFrom,
            float[] y,
            int yFrom,
            int yStride,
            int width,
            int lanes,
            float[] products) {
        int columns = xRows.length;
        int rows = products.length / columns;
        ensureProducts(rows, columns);
        for (int first = 0; first < Block.LANE_UNIT; first++) {
            for (int j = first; j < width * lanes; j += DEPTH_OF_SUMS * Block.LANE_UNIT) {
                int depth = Math.min(DEPTH_OF_SUMS, (width * lanes - j + Block.LANE_UNIT - 1) / Block.LANE_UNIT);
                turn(x, xRows, xFrom * lanes + j, lanes, depth);
                for (int m = 0; m < rows; m++) {
                    int yAt = (yFrom + m * yStride) * lanes + j;
                    addTurned(y, yAt, depth, partial[m], columns, j == first);
                }
            }
            for (int m = 0; m < rows; m++) {
                addPartial(partial[m], total[m], columns, first == 0);
            }
        }
        for (int m = 0; m < rows; m++) {
            addTo(products, m * columns, total[m], columns);
        }
    }

    private void ensureProducts(int rows, int columns) {
        if (partial.length < rows || turned[0].length < columns) {
            int most = Math.max(columns, turned[0].length);
            partial = new float[Math.max(rows, partial.length)][most];
            total = new float[partial.length][most];
            turned = new float[DEPTH_OF_SUMS][most];
        }
    }

    /** Copies columns of X that are {@link Block#LANE_UNIT} apart to rows. */
    private void turn(float[] x, int[] xRows, int xAt, int lanes, int depth) {
        for (int k = 0; k < xRows.length; k++) {
            int at = xRows[k] * lanes + xAt;
            for (int d = 0; d < depth; d++) {
                turned[d][k] = x[at + d * Block.LANE_UNIT];
            }
        }
    }

    private void addTurned(float[] y, int yAt, int depth, float[] sums, int count, boolean isFirst) {
        if (isFirst) {
            Arrays.fill(sums, 0, count, 0);
        }
        int d = 0;
        for (; d + HALF_DEPTH_OF_SUMS <= depth; d += HALF_DEPTH_OF_SUMS) {
            addFourTurned(
                    y, yAt + d * Block.LANE_UNIT, turned[d], turned[d + 1], turned[d + 2], turned[d + 3], sums, count);
        }
        for (; d < depth; d++) {
            addRow(y[yAt + d * Block.LANE_UNIT], turned[d], sums, count);
        }
    }

    private static void addFourTurned(
            float[] y, int yAt, float[] x0, float[] x1, float[] x2, float[] x3, float[] sums, int count) {
        float y0 = y[yAt];
        float y1 = y[yAt + Block.LANE_UNIT];
        float y2 = y[yAt + 2 * Block.LANE_UNIT];
        float y3 = y[yAt + 3 * Block.LANE_UNIT];
        for (int k = 0; k < count; k++) {
            float sum = sums[k];
            sum = Math.fma(x0[k], y0, sum);
            sum = Math.fma(x1[k], y1, sum);
            sum = Math.fma(x2[k], y2, sum);
            sum = Math.fma(x3[k], y3, sum);
            sums[k] = sum;
        }
    }

    /** Adds to 0 at first, so that a negative zero becomes a positive one, as in every kernel. */
    private static void addPartial(float[] sums, float[] totals, int count, boolean isFirst) {
        if (isFirst) {
            Arrays.fill(totals, 0, count, 0);
        }
        for (int k = 0; k < count; k++) {
            totals[k] += sums[k];
        }
    }

    private static void addTo(float[] products, int at, float[] totals, int count) {
        for (int k = 0; k < count; k++) {
            products[at + k] += totals[k];
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
