package org.robustest.attack;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of logits, and ratios of their differences. */
final class LogitOrder {

    private LogitOrder() {}

    /** Returns the classes from the largest logit to the smallest; among equal ones the first class comes first. */
    static int[] of(float[] logits) {
        return IntStream.range(0, logits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -logits[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns a difference divided by a width; 0 where both are 0. */
    static double ratio(double difference, double width) {
        return width == 0 ? 0 : difference / width;
    }
}
