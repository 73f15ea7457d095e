package org.robustest.benchmarks.verdict;

/** Time that has passed. */
final class Seconds {

    private Seconds() {}

    static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) * 1e-9;
    }
}
