package org.robustest.network;

import java.util.Arrays;

/**
 * The samples that pass through a network side by side, one a lane, and what a layer may use while they do: the matrix
 * kernel and scratch memory. Used by one thread.
 */
public final class Block {

    /**
     * The floats in the widest vector register. In training the number of lanes is a multiple of this, since the order in which
     * the gradients of parameters are added up goes by it.
     */
    static final int LANE_UNIT = 16;

    private final MatrixKernel kernel;
    private int lanes = LANE_UNIT;
    private final float[][] scratch = new float[4][0];

    Block(MatrixKernel kernel) {
        this.kernel = kernel;
    }

    void setLanes(int lanes) {
        this.lanes = lanes;
    }

    /**
     * Returns the number of lanes: of floats in a row.
     *
     * @return the number; lanes without a sample are computed and ignored
     */
    public int lanes() {
        return lanes;
    }

    /**
     * Adds a product of matrices: {@code Y[m][j] += Σ_k A[m][k] X[k][j]}. The terms of each sum are added in the order of k
     * by fused multiply-adds, so that every kernel gives the same bits.
     *
     * @param a the matrix A {@code [M, K]}
     * @param x holds the rows of X
     * @param xRows where each of the K rows begins, counted in rows of lanes
     * @param xFrom is added to each of {@code xRows}
     * @param y holds the rows of Y
     * @param yFrom where the first row of Y begins, counted in rows of lanes
     * @param yStride the distance of two rows of Y, counted in rows of lanes
     * @param width the length of the rows of X and Y, counted in rows of lanes
     */
    public void multiplyAdd(Matrix a, float[] x, int[] xRows, int xFrom, float[] y, int yFrom, int yStride, int width) {
        kernel.multiplyAdd(a, x, xRows, xFrom, y, yFrom, yStride, lanes, 0, width * lanes);
    }

    /**
     * Adds inner products of rows: {@code P[m][k] += Σ_j Y[m][j] X[k][j]}.
     *
     * @param x holds the rows of X
     * @param xRows where each of the K rows begins, counted in rows of lanes
     * @param xFrom is added to each of {@code xRows}
     * @param y holds the rows of Y
     * @param yFrom where the first row of Y begins, counted in rows of lanes
     * @param yStride the distance of two rows of Y, counted in rows of lanes
     * @param width the length of the rows of X and Y, counted in rows of lanes
     * @param products receives the products {@code [M, K]}, added to what it holds
     */
    public void addInnerProducts(
            float[] x, int[] xRows, int xFrom, float[] y, int yFrom, int yStride, int width, float[] products) {
        kernel.addInnerProducts(x, xRows, xFrom, y, yFrom, yStride, width, lanes, products);
    }

    /**
     * Copies rows of lanes: {@code y[yFrom + i * yStep] = x[xFrom + i * xStep]}, all counted in rows.
     *
     * @param x holds the rows to copy
     * @param xFrom the first of them
     * @param xStep the distance from each to the next
     * @param y receives them
     * @param yFrom where the first goes
     * @param yStep the distance from each to the next there
     * @param count how many
     */
    public void copyRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count) {
        if (xStep == 1 && yStep == 1) {
            System.arraycopy(x, xFrom * lanes, y, yFrom * lanes, count * lanes);
        } else {
            kernel.copyRows(x, xFrom, xStep, y, yFrom, yStep, count, lanes);
        }
    }

    /**
     * Adds rows of lanes: {@code y[yFrom + i * yStep] += x[xFrom + i * xStep]}, all counted in rows.
     *
     * @param x holds the rows to add
     * @param xFrom the first of them
     * @param xStep the distance from each to the next
     * @param y receives the sums
     * @param yFrom the row to which the first is added
     * @param yStep the distance from each to the next there
     * @param count how many
     */
    public void addRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count) {
        kernel.addRows(x, xFrom, xStep, y, yFrom, yStep, count, lanes);
    }

    /**
     * Fills rows of lanes with a value.
     *
     * @param y the array
     * @param from the first row to fill
     * @param count how many
     * @param value the value
     */
    public void fill(float[] y, int from, int count, float value) {
        Arrays.fill(y, from * lanes, (from + count) * lanes, value);
    }

    /**
     * Returns memory for the time of one call of a layer.
     *
     * @param slot which of the pieces of memory, from 0 to 3
     * @param rows its size in rows of lanes
     * @return an array of at least that size, of any content
     */
    public float[] scratch(int slot, int rows) {
        int size = Math.multiplyExact(rows, lanes);
        if (scratch[slot].length < size) {
            scratch[slot] = new float[size];
        }
        return scratch[slot];
    }

    /**
     * Returns memory like {@link #scratch}, filled with zeros.
     *
     * @param slot which of the pieces of memory, from 0 to 3
     * @param rows its size in rows of lanes
     * @return an array whose first {@code rows * lanes} values are 0
     */
    public float[] zeros(int slot, int rows) {
        float[] zeros = scratch(slot, rows);
        fill(zeros, 0, rows, 0);
        return zeros;
    }
}
