package org.robustest.network;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of four rows of Y and four vectors, for processors with 32 vector registers: sixteen sums, four vectors of X and one
 * entry of A.
 */
final class WideTiles extends VectorKernel {

    private static final int TILE_WIDTH = 4 * LENGTH;

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
        for (; j + LENGTH <= to; j += LENGTH) {
            int xAt = xFrom * lanes + j;
            int yAt = yFrom * lanes + j;
            for (int m = 0; m < tiledRows; m += Matrix.TILE) {
                addColumn(a.tiles(), a.at(m), x, xRows, xAt, lanes, y, yAt + m * stride, stride);
            }
            for (int m = tiledRows; m < a.rows(); m++) {
                addVector(a.tiles(), a.at(m), x, xRows, xAt, lanes, y, yAt + m * stride);
            }
        }
        addRest(a, x, xRows, xFrom, y, yFrom, yStride, lanes, j, to);
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
}
