package org.robustest.benchmarks.process;

import java.util.List;

/** The median of measurements. */
public final class Median {

    private Median() {}

    /**
     * Returns the median.
     *
     * @param values the values, at least one
     * @return the value in the middle, or the mean of the two there
     * @throws IllegalArgumentException if there is no value
     */
    public static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no median of no values");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
