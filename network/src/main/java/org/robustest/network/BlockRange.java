package org.robustest.network;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.function.IntConsumer;

/** Runs an action for every index of a range, halving the range until one is left. */
final class BlockRange extends RecursiveAction {

    private static final long serialVersionUID = 1;

    private final int from;
    private final int to;
    private final transient IntConsumer action;

    private BlockRange(int from, int to, IntConsumer action) {
        this.from = from;
        this.to = to;
        this.action = action;
    }

    /** Returns the number of threads that {@link #run} can use. */
    static int parallelism() {
        return inForkJoinPool() ? getPool().getParallelism() : ForkJoinPool.getCommonPoolParallelism();
    }

    /**
     * Runs the action for 0 to {@code count - 1}, on the pool of the calling thread or else on the common pool; a single
     * one is run by the caller itself.
     */
    static void run(int count, IntConsumer action) {
        if (count == 1) {
            action.accept(0);
        } else if (count > 1) {
            new BlockRange(0, count, action).invoke();
        }
    }

    @Override
    protected void compute() {
        if (to - from == 1) {
            action.accept(from);
            return;
        }
        int middle = (from + to) >>> 1;
        ForkJoinTask.invokeAll(new BlockRange(from, middle, action), new BlockRange(middle, to, action));
    }
}
