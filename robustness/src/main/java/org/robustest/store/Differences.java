package org.robustest.store;

import java.util.stream.IntStream;

/** Where two arrays of the same length differ. */
final class Differences {

    private Differences() {}

    static IntStream between(float[] one, float[] other) {
        return IntStream.range(0, one.length).filter(i -> one[i] != other[i]);
    }

    static int count(float[] one, float[] other) {
        return (int) between(one, other).count();
    }
}
