package org.robustest.random;

import java.util.SplittableRandom;

/**
 * A stream of random numbers, named by what they are for.
 *
 * <p>Streams with the same key give the same numbers on every machine and in every order of execution; streams with
 * different keys are independent. Not safe for use by several threads at once.
 */
public final class RandomStream {

    private final SplittableRandom random;

    private RandomStream(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * Returns the stream of a key.
     *
     * @param seed the seed of the run
     * @param purpose what the numbers are for, such as the id of a sample, the name of an attack and the number of the
     *     restart; their order matters
     * @return the stream, at its beginning
     */
    public static RandomStream of(long seed, Object... purpose) {
        long key = StableHash.mix(seed);
        for (Object part : purpose) {
            key = StableHash.mix(key ^ StableHash.of(part.toString()));
        }
        return new RandomStream(key);
    }

    /**
     * Returns the next number.
     *
     * @return a number drawn uniformly from {@code [0, 1)}
     */
    public double nextDouble() {
        return random.nextDouble();
    }
}
