package org.robustest.network;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of four rows of Y and two vectors, for processors with 16 vector registers. What two vectors need of X is copied side
 * by side first: all rows of A find it in the cache, and C2 can move the checks of its indices out of the loop.
 *
 * <p>Sixteen sums, as with 32 registers, would not stay in registers; with more or fewer rows, or without the copy, the tile is
 * slower on JDK 17 or on 25 (some of these shapes by half).
 */
final class PackedTiles extends VectorKernel {

    private static final int TILE_WIDTH = 2 * LENGTH;

    private float[] panel = {};

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
        int depth = xRows.length;
        if (panel.length < depth * TILE_WIDTH) {
            panel = new float[depth * TILE_WIDTH];
        }
        int stride = yStride * lanes;
        int tiledRows = a.rows() / Matrix.TILE * Matrix.TILE;
        int j = from;
        for (; j + TILE_WIDTH <= to; j += TILE_WIDTH) {
            pack(x, xRows, xFrom * lanes + j, lanes);
            int yAt = yFrom * lanes + j;
            for (int m = 0; m < tiledRows; m += Matrix.TILE) {
                addTile(a.tiles(), a.at(m), panel, depth, y, yAt + m * stride, stride);
            }
            for (int m = tiledRows; m < a.rows(); m++) {
                addRow(a.tiles(), a.at(m), panel, depth, y, yAt + m * stride);
            }
        }
        addRest(a, x, xRows, xFrom, y, yFrom, yStride, lanes, j, to);
    }

    private void pack(float[] x, int[] xRows, int xAt, int lanes) {
        for (int k = 0; k < xRows.length; k++) {
            int from = xRows[k] * lanes + xAt;
            load(x, from).intoArray(panel, k * TILE_WIDTH);
            load(x, from + LENGTH).intoArray(panel, k * TILE_WIDTH + LENGTH);
        }
    }

    /** Four rows, two vectors. */
    private static void addTile(float[] a, int aAt, float[] panel, int depth, float[] y, int yAt, int stride) {
        int y1 = yAt + stride;
        int y2 = y1 + stride;
        int y3 = y2 + stride;
        FloatVector s00 = load(y, yAt);
        FloatVector s01 = load(y, yAt + LENGTH);
        FloatVector s10 = load(y, y1);
        FloatVector s11 = load(y, y1 + LENGTH);
        FloatVector s20 = load(y, y2);
        FloatVector s21 = load(y, y2 + LENGTH);
        FloatVector s30 = load(y, y3);
        FloatVector s31 = load(y, y3 + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector x0 = load(panel, k * TILE_WIDTH);
            FloatVector x1 = load(panel, k * TILE_WIDTH + LENGTH);
            int at = aAt + k * Matrix.TILE;
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[at]);
            s00 = x0.fma(a0, s00);
            s01 = x1.fma(a0, s01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[at + 1]);
            s10 = x0.fma(a1, s10);
            s11 = x1.fma(a1, s11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[at + 2]);
            s20 = x0.fma(a2, s20);
            s21 = x1.fma(a2, s21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[at + 3]);
            s30 = x0.fma(a3, s30);
            s31 = x1.fma(a3, s31);
        }
        s00.intoArray(y, yAt);
        s01.intoArray(y, yAt + LENGTH);
        s10.intoArray(y, y1);
        s11.intoArray(y, y1 + LENGTH);
        s20.intoArray(y, y2);
        s21.intoArray(y, y2 + LENGTH);
        s30.intoArray(y, y3);
        s31.intoArray(y, y3 + LENGTH);
    }

    /** One row, two vectors. */
    private static void addRow(float[] a, int aAt, float[] panel, int depth, float[] y, int yAt) {
        FloatVector s0 = load(y, yAt);
        FloatVector s1 = load(y, yAt + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[aAt + k * Matrix.TILE]);
            s0 = load(panel, k * TILE_WIDTH).fma(a0, s0);
            s1 = load(panel, k * TILE_WIDTH + LENGTH).fma(a0, s1);
        }
        s0.intoArray(y, yAt);
        s1.intoArray(y, yAt + LENGTH);
    }
}
