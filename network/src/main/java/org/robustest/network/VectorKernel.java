package org.robustest.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernel with the Vector API: a tile of Y is held in registers while all of K passes by. How large a tile is depends on
 * the registers.
 *
 * <p>Compiled apart from the rest, since the module {@code jdk.incubator.vector} may be missing when it is not.
 */
abstract class VectorKernel implements MatrixKernel {

    static final VectorSpecies<Float> SPECIES = species();
    static final int LENGTH = SPECIES.length();

    /** The longest rows that are turned, in floats: all of them stay in the cache. */
    private static final int MOST_TURNED = 256;

    private final float[] tile = new float[Matrix.TILE * LENGTH];
    private float[] column = {};
    private float[] turned = {};

    private static VectorSpecies<Float> species() {
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        return preferred.length() > Block.LANE_UNIT ? FloatVector.SPECIES_512 : preferred;
    }

    /** AVX-512 and ARM have 32 vector registers, other processors 16. */
    static MatrixKernel forThisProcessor() {
        boolean hasManyRegisters =
                LENGTH == Block.LANE_UNIT || System.getProperty("os.arch", "").equals("aarch64");
        return hasManyRegisters ? new WideTiles() : new PackedTiles();
    }

    /**
     * Computes the columns {@code [from, to)} of a product that no whole tile is left for, a vector of them at a time. They are
     * copied to where a whole vector has room, since behind a row begins the next one.
     */
    final void addRest(
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
        if (column.length < xRows.length * LENGTH) {
            column = new float[xRows.length * LENGTH];
        }
        int stride = yStride * lanes;
        for (int j = from; j < to; j += LENGTH) {
            int count = Math.min(LENGTH, to - j);
            for (int k = 0; k < xRows.length; k++) {
                System.arraycopy(x, (xRows[k] + xFrom) * lanes + j, column, k * LENGTH, count);
            }
            for (int m = 0; m < a.rows(); m += Matrix.TILE) {
                int rows = Math.min(Matrix.TILE, a.rows() - m);
                int yAt = yFrom * lanes + m * stride + j;
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(y, yAt + i * stride, tile, i * LENGTH, count);
                }
                addColumn(a.tiles(), a.at(m), column, xRows.length, tile);
                for (int i = 0; i < rows; i++) {
                    System.arraycopy(tile, i * LENGTH, y, yAt + i * stride, count);
                }
            }
        }
    }

    /** Four rows, one vector. */
    private static void addColumn(float[] a, int aAt, float[] column, int depth, float[] tile) {
        FloatVector s0 = load(tile, 0);
        FloatVector s1 = load(tile, LENGTH);
        FloatVector s2 = load(tile, 2 * LENGTH);
        FloatVector s3 = load(tile, 3 * LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector x0 = load(column, k * LENGTH);
            int at = aAt + k * Matrix.TILE;
            s0 = x0.fma(FloatVector.broadcast(SPECIES, a[at]), s0);
            s1 = x0.fma(FloatVector.broadcast(SPECIES, a[at + 1]), s1);
            s2 = x0.fma(FloatVector.broadcast(SPECIES, a[at + 2]), s2);
            s3 = x0.fma(FloatVector.broadcast(SPECIES, a[at + 3]), s3);
        }
        s0.intoArray(tile, 0);
        s1.intoArray(tile, LENGTH);
        s2.intoArray(tile, 2 * LENGTH);
        s3.intoArray(tile, 3 * LENGTH);
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
            int j = 0;
            for (; j + LENGTH <= lanes; j += LENGTH) {
                load(x, xAt + j).intoArray(y, yAt + j);
            }
            for (; j < lanes; j++) {
                y[yAt + j] = x[xAt + j];
            }
        }
    }

    @Override
    public void addRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        for (int i = 0; i < count; i++) {
            int xAt = (xFrom + i * xStep) * lanes;
            int yAt = (yFrom + i * yStep) * lanes;
            int j = 0;
            for (; j + LENGTH <= lanes; j += LENGTH) {
                load(y, yAt + j).add(load(x, xAt + j)).intoArray(y, yAt + j);
            }
            for (; j < lanes; j++) {
                y[yAt + j] += x[xAt + j];
            }
        }
    }

    static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }

    @Override
    public String description() {
        return "Vector API, " + SPECIES.vectorBitSize() + " bits";
    }
}
