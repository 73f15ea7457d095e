package org.robustest.network;

import java.util.Arrays;

/**
 * The kernel in plain Java, in the shape that C2 turns into vector instructions: three rows of X are added to four rows of Y at
 * a time, and each of the seven is an array of its own with the same index. Rows are copied to such arrays, piece by piece; a
 * piece is long, since the loops before and behind the vectorised one cost as much as some hundred columns. C2 of JDK 17 finds
 * vectors in that loop only where it knows its length, and in hardly any other shape of it: so what a piece lacks is filled up
 * with columns that nobody reads, and what a group of three rows lacks with zeros. Short pieces have a loop of their own, since
 * one that is shared by both and gets the length from its callers has no vectors.
 */
final class PlainKernel implements MatrixKernel {

    private static final int GROUP = 3;
    private static final int GROUPS = 54;
    private static final int PIECE = 496;
    private static final int SHORT_PIECE = 64;
    private static final int LONGEST_IN_SHORT_PIECES = 192;
    private static final int DEPTH_OF_SUMS = 8;
    private static final int HALF_DEPTH_OF_SUMS = 4;

    private final float[][][] xPieces = new float[GROUPS][GROUP][PIECE];
    private final float[][] yPieces = new float[Matrix.TILE][PIECE];
    private final float[] lastGroup = new float[GROUP * Matrix.TILE];
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
        for (int j = from, n; j < to; j += n) {
            n = Math.min(to - j > LONGEST_IN_SHORT_PIECES ? PIECE : SHORT_PIECE, to - j);
            for (int k = 0; k < a.columns(); k += GROUPS * GROUP) {
                int depth = Math.min(GROUPS * GROUP, a.columns() - k);
                copyRows(x, xRows, k, depth, xFrom * lanes + j, lanes, n);
                for (int m = 0; m < a.rows(); m += Matrix.TILE) {
                    int rows = Math.min(Matrix.TILE, a.rows() - m);
                    int yAt = (yFrom + m * yStride) * lanes + j;
                    for (int i = 0; i < rows; i++) {
                        System.arraycopy(y, yAt + i * yStride * lanes, yPieces[i], 0, n);
                    }
                    addGroups(a.tiles(), a.at(m) + k * Matrix.TILE, depth, n);
                    for (int i = 0; i < rows; i++) {
                        System.arraycopy(yPieces[i], 0, y, yAt + i * yStride * lanes, n);
                    }
                }
            }
        }
    }

    private void copyRows(float[] x, int[] xRows, int k, int depth, int xAt, int lanes, int n) {
        for (int i = 0; i < depth; i++) {
            System.arraycopy(x, xRows[k + i] * lanes + xAt, xPieces[i / GROUP][i % GROUP], 0, n);
        }
        for (int i = depth; i % GROUP != 0; i++) {
            Arrays.fill(xPieces[i / GROUP][i % GROUP], 0);
        }
    }

    private void addGroups(float[] tiles, int at, int depth, int n) {
        int whole = depth / GROUP;
        for (int group = 0; group < whole; group++) {
            addGroup(tiles, at + group * lastGroup.length, xPieces[group], n);
        }
        int left = depth % GROUP;
        if (left > 0) {
            // A sum stays what it is when -0 is added, even if it is -0 itself.
            Arrays.fill(lastGroup, -0f);
            System.arraycopy(tiles, at + whole * lastGroup.length, lastGroup, 0, left * Matrix.TILE);
            addGroup(lastGroup, 0, xPieces[whole], n);
        }
    }

    private void addGroup(float[] tiles, int at, float[][] x, int n) {
        if (n > SHORT_PIECE) {
            addToFourRows(tiles, at, x, yPieces);
        } else {
            addToFourShortRows(tiles, at, x, yPieces);
        }
    }

    private static void addToFourRows(float[] tiles, int at, float[][] x, float[][] y) {
        float a00 = tiles[at];
        float a10 = tiles[at + 1];
        float a20 = tiles[at + 2];
        float a30 = tiles[at + 3];
        float a01 = tiles[at + 4];
        float a11 = tiles[at + 5];
        float a21 = tiles[at + 6];
        float a31 = tiles[at + 7];
        float a02 = tiles[at + 8];
        float a12 = tiles[at + 9];
        float a22 = tiles[at + 10];
        float a32 = tiles[at + 11];
        float[] x0 = x[0];
        float[] x1 = x[1];
        float[] x2 = x[2];
        float[] y0 = y[0];
        float[] y1 = y[1];
        float[] y2 = y[2];
        float[] y3 = y[3];
        for (int j = 0; j < PIECE; j++) {
            float sum0 = y0[j];
            float sum1 = y1[j];
            float sum2 = y2[j];
            float sum3 = y3[j];
            float ofX0 = x0[j];
            sum0 = Math.fma(a00, ofX0, sum0);
            sum1 = Math.fma(a10, ofX0, sum1);
            sum2 = Math.fma(a20, ofX0, sum2);
            sum3 = Math.fma(a30, ofX0, sum3);
            float ofX1 = x1[j];
            sum0 = Math.fma(a01, ofX1, sum0);
            sum1 = Math.fma(a11, ofX1, sum1);
            sum2 = Math.fma(a21, ofX1, sum2);
            sum3 = Math.fma(a31, ofX1, sum3);
            float ofX2 = x2[j];
            sum0 = Math.fma(a02, ofX2, sum0);
            sum1 = Math.fma(a12, ofX2, sum1);
            sum2 = Math.fma(a22, ofX2, sum2);
            sum3 = Math.fma(a32, ofX2, sum3);
            y0[j] = sum0;
            y1[j] = sum1;
            y2[j] = sum2;
            y3[j] = sum3;
        }
    }

    /** The same for a short piece. */
    private static void addToFourShortRows(float[] tiles, int at, float[][] x, float[][] y) {
        float a00 = tiles[at];
        float a10 = tiles[at + 1];
        float a20 = tiles[at + 2];
        float a30 = tiles[at + 3];
        float a01 = tiles[at + 4];
        float a11 = tiles[at + 5];
        float a21 = tiles[at + 6];
        float a31 = tiles[at + 7];
        float a02 = tiles[at + 8];
        float a12 = tiles[at + 9];
        float a22 = tiles[at + 10];
        float a32 = tiles[at + 11];
        float[] x0 = x[0];
        float[] x1 = x[1];
        float[] x2 = x[2];
        float[] y0 = y[0];
        float[] y1 = y[1];
        float[] y2 = y[2];
        float[] y3 = y[3];
        for (int j = 0; j < SHORT_PIECE; j++) {
            float sum0 = y0[j];
            float sum1 = y1[j];
            float sum2 = y2[j];
            float sum3 = y3[j];
            float ofX0 = x0[j];
            sum0 = Math.fma(a00, ofX0, sum0);
            sum1 = Math.fma(a10, ofX0, sum1);
            sum2 = Math.fma(a20, ofX0, sum2);
            sum3 = Math.fma(a30, ofX0, sum3);
            float ofX1 = x1[j];
            sum0 = Math.fma(a01, ofX1, sum0);
            sum1 = Math.fma(a11, ofX1, sum1);
            sum2 = Math.fma(a21, ofX1, sum2);
            sum3 = Math.fma(a31, ofX1, sum3);
            float ofX2 = x2[j];
            sum0 = Math.fma(a02, ofX2, sum0);
            sum1 = Math.fma(a12, ofX2, sum1);
            sum2 = Math.fma(a22, ofX2, sum2);
            sum3 = Math.fma(a32, ofX2, sum3);
            y0[j] = sum0;
            y1[j] = sum1;
            y2[j] = sum2;
            y3[j] = sum3;
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
