package org.robustest.network;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The kernel with the Vector API, once it is fast. Until the JVM has compiled it, each of its operations is a call and an
 * allocation, and it is slower than plain Java by orders of magnitude; so the kernel in plain Java does most of the work until
 * then. Since both give the same bits, nobody can tell.
 */
final class WarmingKernel implements MatrixKernel {

    private static final int TRIAL_WIDTH = 64;
    private static final int TRIALS_WON = 8;
    private static final long FREE_NANOS = 10_000_000;
    private static final int PLAIN_PER_TRIAL = 4;

    private static final AtomicLong PLAIN_NANOS = new AtomicLong();
    private static final AtomicLong TRIAL_NANOS = new AtomicLong();
    private static volatile int won;

    private final MatrixKernel plain = new PlainKernel();
    private final MatrixKernel vector = VectorKernels.create();

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
        if (isWarm()) {
            vector.multiplyAdd(a, x, xRows, xFrom, y, yFrom, yStride, lanes, from, to);
            return;
        }
        int half = (to - from) / 2 / Block.LANE_UNIT * Block.LANE_UNIT;
        int tried = isWorthTrying() ? from + Math.min(half, TRIAL_WIDTH) : from;
        long start = System.nanoTime();
        vector.multiplyAdd(a, x, xRows, xFrom, y, yFrom, yStride, lanes, from, tried);
        long middle = System.nanoTime();
        plain.multiplyAdd(a, x, xRows, xFrom, y, yFrom, yStride, lanes, tried, to);
        learn(middle - start, tried - from, System.nanoTime() - middle, to - tried);
    }

    private static boolean isWarm() {
        return won >= TRIALS_WON;
    }

    private static boolean isWorthTrying() {
        return TRIAL_NANOS.get() < FREE_NANOS + PLAIN_NANOS.get() / PLAIN_PER_TRIAL;
    }

    private static void learn(long trialNanos, int tried, long plainNanos, int left) {
        TRIAL_NANOS.addAndGet(trialNanos);
        PLAIN_NANOS.addAndGet(plainNanos);
        if (tried > 0 && left > 0) {
            won = trialNanos * left < plainNanos * tried ? won + 1 : 0;
        }
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
        (isWarm() ? vector : plain).addInnerProducts(x, xRows, xFrom, y, yFrom, yStride, width, lanes, products);
    }

    @Override
    public void partialSums(float[] x, int xAt, float[] y, int yAt, int length, float[] sums) {
        (isWarm() ? vector : plain).partialSums(x, xAt, y, yAt, length, sums);
    }

    @Override
    public void copyRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        (isWarm() ? vector : plain).copyRows(x, xFrom, xStep, y, yFrom, yStep, count, lanes);
    }

    @Override
    public void addRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        (isWarm() ? vector : plain).addRows(x, xFrom, xStep, y, yFrom, yStep, count, lanes);
    }

    @Override
    public String description() {
        return vector.description();
    }
}
