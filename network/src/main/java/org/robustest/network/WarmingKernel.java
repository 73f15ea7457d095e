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

    /** Products of few columns take other ways through the kernels, which are compiled by themselves. */
    private static final Contest OF_MANY_COLUMNS = new Contest();

    private static final Contest OF_FEW_COLUMNS = new Contest();

    private final MatrixKernel plain = new PlainKernel();
    private final MatrixKernel vector = VectorKernels.create();
    private long nanosOfFewColumns;
    private long workOfFewColumns;

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
        int half = (to - from) / 2 / Block.LANE_UNIT * Block.LANE_UNIT;
        Contest contest = half > 0 ? OF_MANY_COLUMNS : OF_FEW_COLUMNS;
        if (contest.isWon()) {
            vector.multiplyAdd(a, x, xRows, xFrom, y, yFrom, yStride, lanes, from, to);
            return;
        }
        boolean isTrial = contest.isWorthTrying() && (half > 0 || workOfFewColumns > 0);
        int trialWidth = half > 0 ? Math.min(half, TRIAL_WIDTH) : to - from;
        int tried = isTrial ? from + trialWidth : from;
        long start = System.nanoTime();
        vector.multiplyAdd(a, x, xRows, xFrom, y, yFrom, yStride, lanes, from, tried);
        long middle = System.nanoTime();
        plain.multiplyAdd(a, x, xRows, xFrom, y, yFrom, yStride, lanes, tried, to);
        long trialNanos = middle - start;
        long plainNanos = System.nanoTime() - middle;
        contest.count(trialNanos, plainNanos);
        if (half > 0) {
            contest.compare(trialNanos, tried - from, plainNanos, to - tried);
        } else {
            compareWithLast(trialNanos, plainNanos, (long) (to - from) * a.rows() * a.columns(), isTrial);
        }
    }

    /** So few columns are not divided: a product by one kernel is compared with the last one by the other. */
    private void compareWithLast(long trialNanos, long plainNanos, long work, boolean isTrial) {
        if (isTrial) {
            OF_FEW_COLUMNS.compare(trialNanos, work, nanosOfFewColumns, workOfFewColumns);
        } else {
            nanosOfFewColumns = plainNanos;
            workOfFewColumns = work;
        }
    }

    /** Which kernel is faster, as far as all threads have learnt. */
    private static final class Contest {

        private final AtomicLong plainNanos = new AtomicLong();
        private final AtomicLong trialNanos = new AtomicLong();
        private volatile int won;

        boolean isWon() {
            return won >= TRIALS_WON;
        }

        boolean isWorthTrying() {
            return trialNanos.get() < FREE_NANOS + plainNanos.get() / PLAIN_PER_TRIAL;
        }

        void count(long ofTrial, long ofPlain) {
            trialNanos.addAndGet(ofTrial);
            plainNanos.addAndGet(ofPlain);
        }

        void compare(long ofTrial, long tried, long ofPlain, long left) {
            if (tried > 0 && left > 0) {
                won = ofTrial * left < ofPlain * tried ? won + 1 : 0;
            }
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
        (OF_MANY_COLUMNS.isWon() ? vector : plain)
                .addInnerProducts(x, xRows, xFrom, y, yFrom, yStride, width, lanes, products);
    }

    @Override
    public void partialSums(float[] x, int xAt, float[] y, int yAt, int length, float[] sums) {
        (OF_MANY_COLUMNS.isWon() ? vector : plain).partialSums(x, xAt, y, yAt, length, sums);
    }

    @Override
    public void copyRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        (OF_MANY_COLUMNS.isWon() ? vector : plain).copyRows(x, xFrom, xStep, y, yFrom, yStep, count, lanes);
    }

    @Override
    public void addRows(float[] x, int xFrom, int xStep, float[] y, int yFrom, int yStep, int count, int lanes) {
        (OF_MANY_COLUMNS.isWon() ? vector : plain).addRows(x, xFrom, xStep, y, yFrom, yStep, count, lanes);
    }

    @Override
    public String description() {
        return vector.description();
    }
}
