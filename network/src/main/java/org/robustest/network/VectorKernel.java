package org.robustest.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel with the Vector API: a tile of four rows of Y and four vectors is held in registers while all of K passes by.
 *
 * <p>Compiled apart from the rest, since the module {@code jdk.incubator.vector} may be missing when it is not.
 */
final class VectorKernel implements MatrixKernel {

    private static final VectorSpecies<Float> SPECIES = species();
    private static final int LENGTH = SPECIES.length();

    /** The longest rows that are turned, in floats: all of them stay in the cache. */
    private static final int MOST_TURNED = 256;

    private float[] turned = {};
    private static final int TILE_WIDTH = 4 * LENGTH;

    private static VectorSpecies<Float> species() {
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        return preferred.length() > Block.LANE_UNIT ? FloatVector.SPECIES_512 : preferred;
    }

    /** Runs through the columns first, so that the piece of X that four vectors need stays in the cache for all rows of A. */
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
        int stride = yStride * lanes;
        int tiledRows = a.rows() / Matrix.TILE * Matrix.TILE;
        int j = from;
        for (; j + TILE_WIDTH <= to; j += TILE_WIDTH) {
            int xAt = xFrom * lanes + j;
            int yAt = yFrom * lanes + j;
            for (int m = 0; m < tiledRows; m += Matrix.TILE) {
                addTile(a.tiles(), a.at(m), x, xRows, xAt, lanes, y, yAt + m * stride, stride);
            }
            for (int m = tiledRows; m < a.rows(); m++) {
                addRow(a.tiles(), a.at(m), x, xRows, xAt, lanes, y, yAt + m * stride);
            }
        }
        for (; j < to; j += LENGTH) {
            int xAt = xFrom * lanes + j;
            int yAt = yFrom * lanes + j;
            for (int m = 0; m < tiledRows; m += Matrix.TILE) {
                addColumn(a.tiles(), a.at(m), x, xRows, xAt, lanes, y, yAt + m * stride, stride);
            }
            for (int m = tiledRows; m < a.rows(); m++) {
                addVector(a.tiles(), a.at(m), x, xRows, xAt, lanes, y, yAt + m * stride);
            }
        }
    }

    /** Four rows, four vectors. */
    private static void addTile(
            float[] a, int aAt, float[] x, int[] xRows, int xAt, int lanes, float[] y, int yAt, int stride) {
        int y1 = yAt + stride;
        int y2 = y1 + stride;
        int y3 = y2 + stride;
        FloatVector s00 = load(y, yAt);
        FloatVector s01 = load(y, yAt + LENGTH);
        FloatVector s02 = load(y, yAt + 2 * LENGTH);
        FloatVector s03 = load(y, yAt + 3 * LENGTH);
        FloatVector s10 = load(y, y1);
        FloatVector s11 = load(y, y1 + LENGTH);
        FloatVector s12 = load(y, y1 + 2 * LENGTH);
        FloatVector s13 = load(y, y1 + 3 * LENGTH);
        FloatVector s20 = load(y, y2);
        FloatVector s21 = load(y, y2 + LENGTH);
        FloatVector s22 = load(y, y2 + 2 * LENGTH);
        FloatVector s23 = load(y, y2 + 3 * LENGTH);
        FloatVector s30 = load(y, y3);
        FloatVector s31 = load(y, y3 + LENGTH);
        FloatVector s32 = load(y, y3 + 2 * LENGTH);
        FloatVector s33 = load(y, y3 + 3 * LENGTH);
        int at = aAt;
        for (int row : xRows) {
            int from = row * lanes + xAt;
            FloatVector x0 = load(x, from);
            FloatVector x1 = load(x, from + LENGTH);
            FloatVector x2 = load(x, from + 2 * LENGTH);
            FloatVector x3 = load(x, from + 3 * LENGTH);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
            s00 = x0.fma(a0, s00);
            s01 = x1.fma(a0, s01);
            s02 = x2.fma(a0, s02);
            s03 = x3.fma(a0, s03);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + 1]);
            s10 = x0.fma(a1, s10);
            s11 = x1.fma(a1, s11);
            s12 = x2.fma(a1, s12);
            s13 = x3.fma(a1, s13);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + 2]);
            s20 = x0.fma(a2, s20);
            s21 = x1.fma(a2, s21);
            s22 = x2.fma(a2, s22);
            s23 = x3.fma(a2, s23);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + 3]);
            s30 = x0.fma(a3, s30);
            s31 = x1.fma(a3, s31);
            s32 = x2.fma(a3, s32);
            s33 = x3.fma(a3, s33);
            at += Matrix.TILE;
        }
        s00.intoArray(y, yAt);
        s01.intoArray(y, yAt + LENGTH);
        s02.intoArray(y, yAt + 2 * LENGTH);
        s03.intoArray(y, yAt + 3 * LENGTH);
        s10.intoArray(y, y1);
        s11.intoArray(y, y1 + LENGTH);
        s12.intoArray(y, y1 + 2 * LENGTH);
        s13.intoArray(y, y1 + 3 * LENGTH);
        s20.intoArray(y, y2);
        s21.intoArray(y, y2 + LENGTH);
        s22.intoArray(y, y2 + 2 * LENGTH);
        s23.intoArray(y, y2 + 3 * LENGTH);
        s30.intoArray(y, y3);
        s31.intoArray(y, y3 + LENGTH);
        s32.intoArray(y, y3 + 2 * LENGTH);
        s33.intoArray(y, y3 + 3 * LENGTH);
    }

    /** One row, four vectors. */
    private static void addRow(float[] a, int aAt, float[] x, int[] xRows, int xAt, int lanes, float[] y, int yAt) {
        FloatVector s0 = load(y, yAt);
        FloatVector s1 = load(y, yAt + LENGTH);
        FloatVector s2 = load(y, yAt + 2 * LENGTH);
        FloatVector s3 = load(y, yAt + 3 * LENGTH);
        int at = aAt;
        for (int row : xRows) {
            int from = row * lanes + xAt;
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
            s0 = load(x, from).fma(a0, s0);
            s1 = load(x, from + LENGTH).fma(a0, s1);
            s2 = load(x, from + 2 * LENGTH).fma(a0, s2);
            s3 = load(x, from + 3 * LENGTH).fma(a0, s3);
            at += Matrix.TILE;
        }
        s0.intoArray(y, yAt);
        s1.intoArray(y, yAt + LENGTH);
        s2.intoArray(y, yAt + 2 * LENGTH);
        s3.intoArray(y, yAt + 3 * LENGTH);
    }

    /** Four rows, one vector. */
    private static void addColumn(
            float[] a, int aAt, float[] x, int[] xRows, int xAt, int lanes, float[] y, int yAt, int stride) {
        FloatVector s0 = load(y, yAt);
        FloatVector s1 = load(y, yAt + stride);
        FloatVector s2 = load(y, yAt + 2 * stride);
        FloatVector s3 = load(y, yAt + 3 * stride);
        int at = aAt;
        for (int row : xRows) {
            FloatVector x0 = load(x, row * lanes + xAt);
            s0 = x0.fma(FloatVector.broadcast(SPECIES, a[at]), s0);
            s1 = x0.fma(FloatVector.broadcast(SPECIES, a[at + 1]), s1);
            s2 = x0.fma(FloatVector.broadcast(SPECIES, a[at + 2]), s2);
            s3 = x0.fma(FloatVector.broadcast(SPECIES, a[at + 3]), s3);
            at += Matrix.TILE;
        }
        s0.intoArray(y, yAt);
        s1.intoArray(y, yAt + stride);
        s2.intoArray(y, yAt + 2 * stride);
        s3.intoArray(y, yAt + 3 * stride);
    }

    /** One row, one vector. */
    private static void addVector(float[] a, int aAt, float[] x, int[] xRows, int xAt, int lanes, float[] y, int yAt) {
        FloatVector s = load(y, yAt);
        int at = aAt;
        for (int row : xRows) {
            s = load(x, row * lanes + xAt).fma(FloatVector.broadcast(SPECIES, a[at]), s);
            at += Matrix.TILE;
        }
        s.intoArray(y, yAt);
    }

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
        if (width * lanes <= MOST_TURNED) {
            addShortProducts(
                    x, xRows, xFrom * lanes, y, yFrom * lanes, yStride * lanes, width * lanes, lanes, products);
        } else {
            addLongProducts(x, xRows, xFrom, y, yFrom, yStride, width, lanes, products);
        }
    }

    /**
     * Products of short rows: to add up the sixteen partial sums of each takes longer than to compute them, unless those of
     * several products are added at once. So the columns of X are copied to rows, and the vectors lie along the rows of X.
     */
    private void addShortProducts(
            float[] x, int[] xRows, int xAt, float[] y, int yAt, int yStride, int length, int lanes, float[] products) {
        int columns = xRows.length;
        int rows = products.length / columns;
        int padded = (columns + 2 * LENGTH - 1) / (2 * LENGTH) * 2 * LENGTH;
        if (turned.length < length * padded) {
            turned = new float[length * padded];
        }
        turn(x, xRows, xAt, lanes, length, padded);
        float[] sums = new float[2 * padded];
        for (int m = 0; m < rows; m += 2) {
            // The last row of an odd number stands in for the one that is missing.
            int second = Math.min(m + 1, rows - 1);
            for (int k = 0; k < padded; k += 2 * LENGTH) {
                sumTurned(k, padded, length, y, yAt + m * yStride, yAt + second * yStride, sums);
            }
            for (int k = 0; k < columns; k++) {
                products[m * columns + k] += sums[k];
            }
            for (int k = 0; k < columns && second > m; k++) {
                products[second * columns + k] += sums[padded + k];
            }
        }
    }

    /** Copies the columns of X to rows: first columns 0, 16, 32 and so on, then columns 1, 17, 33. */
    private void turn(float[] x, int[] xRows, int xAt, int lanes, int length, int padded) {
        int depth = length / Block.LANE_UNIT;
        for (int k = 0; k < xRows.length; k++) {
            int at = xRows[k] * lanes + xAt;
            for (int d = 0; d < depth; d++) {
                for (int i = 0; i < Block.LANE_UNIT; i++) {
                    turned[(i * depth + d) * padded + k] = x[at + d * Block.LANE_UNIT + i];
                }
            }
        }
    }

    /** Two rows of Y with two vectors of rows of X. */
    private void sumTurned(int k, int padded, int length, float[] y, int y0, int y1, float[] sums) {
        FloatVector t00 = FloatVector.zero(SPECIES);
        FloatVector t01 = FloatVector.zero(SPECIES);
        FloatVector t10 = FloatVector.zero(SPECIES);
        FloatVector t11 = FloatVector.zero(SPECIES);
        int at = k;
        for (int i = 0; i < Block.LANE_UNIT; i++) {
            FloatVector s00 = FloatVector.zero(SPECIES);
            FloatVector s01 = FloatVector.zero(SPECIES);
            FloatVector s10 = FloatVector.zero(SPECIES);
            FloatVector s11 = FloatVector.zero(SPECIES);
            for (int j = i; j < length; j += Block.LANE_UNIT) {
                FloatVector x0 = load(turned, at);
                FloatVector x1 = load(turned, at + LENGTH);
                FloatVector ofY0 = FloatVector.broadcast(SPECIES, y[y0 + j]);
                s00 = x0.fma(ofY0, s00);
                s01 = x1.fma(ofY0, s01);
                FloatVector ofY1 = FloatVector.broadcast(SPECIES, y[y1 + j]);
                s10 = x0.fma(ofY1, s10);
                s11 = x1.fma(ofY1, s11);
                at += padded;
            }
            t00 = t00.add(s00);
            t01 = t01.add(s01);
            t10 = t10.add(s10);
            t11 = t11.add(s11);
        }
        t00.intoArray(sums, k);
        t01.intoArray(sums, k + LENGTH);
        t10.intoArray(sums, padded + k);
        t11.intoArray(sums, padded + k + LENGTH);
    }

    /** Eight products at once, so that the sums of one need not wait for each other; the order within each is the same. */
    private void addLongProducts(
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
        int stride = yStride * lanes;
        float[] sums = new float[2 * Matrix.TILE * Block.LANE_UNIT];
        for (int m = 0; m < rows; m += 2) {
            boolean hasTwo = m + 1 < rows;
            int yAt = yFrom * lanes + m * stride;
            int k = 0;
            for (; hasTwo && k + Matrix.TILE <= columns; k += Matrix.TILE) {
                partialSumsOfTile(x, xRows, k, xFrom, lanes, y, yAt, yAt + stride, width * lanes, sums);
                addSums(sums, 0, Matrix.TILE, products, m * columns + k);
                addSums(sums, Matrix.TILE, Matrix.TILE, products, (m + 1) * columns + k);
            }
            for (; k < columns; k++) {
                int xAt = (xFrom + xRows[k]) * lanes;
                partialSums(x, xAt, y, yAt, width * lanes, sums);
                addSums(sums, 0, 1, products, m * columns + k);
                if (hasTwo) {
                    partialSums(x, xAt, y, yAt + stride, width * lanes, sums);
                    addSums(sums, 0, 1, products, (m + 1) * columns + k);
                }
            }
        }
    }

    /** Two rows of Y with four rows of X: the partial sums of the first row of Y, then those of the second. */
    private static void partialSumsOfTile(
            float[] x, int[] xRows, int k, int xFrom, int lanes, float[] y, int y0, int y1, int length, float[] sums) {
        int x0 = (xFrom + xRows[k]) * lanes;
        int x1 = (xFrom + xRows[k + 1]) * lanes;
        int x2 = (xFrom + xRows[k + 2]) * lanes;
        int x3 = (xFrom + xRows[k + 3]) * lanes;
        for (int i = 0; i < Block.LANE_UNIT; i += LENGTH) {
            FloatVector s00 = FloatVector.zero(SPECIES);
            FloatVector s01 = FloatVector.zero(SPECIES);
            FloatVector s02 = FloatVector.zero(SPECIES);
            FloatVector s03 = FloatVector.zero(SPECIES);
            FloatVector s10 = FloatVector.zero(SPECIES);
            FloatVector s11 = FloatVector.zero(SPECIES);
            FloatVector s12 = FloatVector.zero(SPECIES);
            FloatVector s13 = FloatVector.zero(SPECIES);
            for (int j = i; j < length; j += Block.LANE_UNIT) {
                FloatVector ofY0 = load(y, y0 + j);
                FloatVector ofY1 = load(y, y1 + j);
                FloatVector ofX0 = load(x, x0 + j);
                s00 = ofX0.fma(ofY0, s00);
                s10 = ofX0.fma(ofY1, s10);
                FloatVector ofX1 = load(x, x1 + j);
                s01 = ofX1.fma(ofY0, s01);
                s11 = ofX1.fma(ofY1, s11);
                FloatVector ofX2 = load(x, x2 + j);
                s02 = ofX2.fma(ofY0, s02);
                s12 = ofX2.fma(ofY1, s12);
                FloatVector ofX3 = load(x, x3 + j);
                s03 = ofX3.fma(ofY0, s03);
                s13 = ofX3.fma(ofY1, s13);
            }
            s00.intoArray(sums, i);
            s01.intoArray(sums, i + Block.LANE_UNIT);
            s02.intoArray(sums, i + 2 * Block.LANE_UNIT);
            s03.intoArray(sums, i + 3 * Block.LANE_UNIT);
            s10.intoArray(sums, i + 4 * Block.LANE_UNIT);
            s11.intoArray(sums, i + 5 * Block.LANE_UNIT);
            s12.intoArray(sums, i + 6 * Block.LANE_UNIT);
            s13.intoArray(sums, i + 7 * Block.LANE_UNIT);
        }
    }

    /** Adds up the partial sums of several products, and adds each to its place. */
    private static void addSums(float[] sums, int first, int count, float[] products, int at) {
        for (int product = 0; product < count; product++) {
            int from = (first + product) * Block.LANE_UNIT;
            float sum = 0;
            for (int i = from; i < from + Block.LANE_UNIT; i++) {
                sum += sums[i];
            }
            products[at + product] += sum;
        }
    }

    @Override
    public void partialSums(float[] x, int xAt, float[] y, int yAt, int length, float[] sums) {
        for (int i = 0; i < Block.LANE_UNIT; i += LENGTH) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int j = i; j < length; j += Block.LANE_UNIT) {
                sum = load(x, xAt + j).fma(load(y, yAt + j), sum);
            }
            sum.intoArray(sums, i);
        }
    }

    @Override
    public void copyRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        for (int i = 0; i < count; i++) {
            int xAt = (xFrom + i * xStep) * lanes;
            int yAt = (yFrom + i * yStep) * lanes;
            for (int j = 0; j < lanes; j += LENGTH) {
                load(x, xAt + j).intoArray(y, yAt + j);
            }
        }
    }

    @Override
    public void addRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        for (int i = 0; i < count; i++) {
            int xAt = (xFrom + i * xStep) * lanes;
            int yAt = (yFrom + i * yStep) * lanes;
            for (int j = 0; j < lanes; j += LENGTH) {
                load(y, yAt + j).add(load(x, xAt + j)).intoArray(y, yAt + j);
            }
        }
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }

    @Override
    public String description() {
        return "Vector API, " + SPECIES.vectorBitSize() + " bits";
    }
}
