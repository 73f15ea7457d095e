package org.robustest.network;

/**
 * The operations that the passes spend their time in; see {@link Block} for what they compute.
 *
 * <p>All implementations give the same bits: sums are fused multiply-adds in the order of k in {@link #multiplyAdd}, and in
 * {@link #addInnerProducts} one partial sum for each of {@link Block#LANE_UNIT} columns in turn, added up in their order.
 */
interface MatrixKernel {

    /** Computes the columns {@code [from, to)}, counted in floats. */
    void multiplyAdd(
            Matrix a,
            float[] x,
            int[] xRows,
            int xFrom,
            float[] y,
            int yFrom,
            int yStride,
            int lanes,
            int from,
            int to);

    /** Adds inner products; {@code width * lanes} is a multiple of {@link Block#LANE_UNIT}. */
    default void addInnerProducts(
            float[] x,
            int[] xRows,
            int xFrom,
            float[] y,
            int yFrom,
            int yStride,
            int width,
            int lanes,
            float[] products) {
        int rows = products.length / xRows.length;
        float[] sums = new float[Block.LANE_UNIT];
        for (int m = 0; m < rows; m++) {
            int yAt = (yFrom + m * yStride) * lanes;
            for (int k = 0; k < xRows.length; k++) {
                partialSums(x, (xFrom + xRows[k]) * lanes, y, yAt, width * lanes, sums);
                float sum = 0;
                for (float partial : sums) {
                    sum += partial;
                }
                products[m * xRows.length + k] += sum;
            }
        }
    }

    /** Computes the inner product of two rows as {@link Block#LANE_UNIT} sums, the first over the columns 0, 16, 32 and so on. */
    void partialSums(float[] x, int xAt, float[] y, int yAt, int length, float[] sums);

    void copyRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes);

    void addRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes);

    /** Names the kernel for a message. */
    String description();
}
