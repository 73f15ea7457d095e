package org.robustest.evaluation;

import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * A point of a region that is chosen without asking the model: drawn from all of it; as far out as possible in a random
 * direction; or in one of random stripes, such as Square begins with (Andriushchenko et al., "Square Attack", ECCV 2020).
 */
final class RandomPoint {

    private static final int KINDS = 3;
    private static final int LONGEST_STRIPE = 16;

    private final int number;
    private final RandomStream random;

    private RandomPoint(int number, RandomStream random) {
        this.number = number;
        this.random = random;
    }

    static RandomPoint of(int number, Sample sample, long seed) {
        return new RandomPoint(number, RandomStream.of(seed, sample.id(), "random point", number));
    }

    /** Writes the point, which lies in the region. */
    void choose(Region region, float[] point) {
        switch (number % KINDS) {
            case 0 -> region.draw(point, random);
            case 1 -> region.maximize(signs(point.length, 1), point);
            default ->
                region.maximize(signs(point.length, 2 + (int) (random.nextDouble() * (LONGEST_STRIPE - 1))), point);
        }
    }

    private float[] signs(int length, int stripe) {
        float[] signs = new float[length];
        float sign = 1;
        for (int i = 0; i < length; i++) {
            if (i % stripe == 0) {
                sign = random.nextDouble() < 0.5 ? -1 : 1;
            }
            signs[i] = sign;
        }
        return signs;
    }
}
