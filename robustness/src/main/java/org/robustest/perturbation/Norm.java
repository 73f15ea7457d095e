package org.robustest.perturbation;

import java.util.Arrays;
import java.util.Locale;
import org.robustest.samples.InputRange;

/** The norms that a perturbation can be measured by. */
public enum Norm {

    /** The largest absolute change of a value. */
    LINF {
        @Override
        Region around(float[] center, double epsilon, Bounds bounds) {
            return Box.around(center, epsilon, bounds);
        }

        @Override
        double dual(double[] weights) {
            return SumOfSizes.INSTANCE.of(weights);
        }
    },

    /** The Euclidean length: the root of the sum of the squared changes. */
    L2 {
        @Override
        Region around(float[] center, double epsilon, Bounds bounds) {
            return new BallInRange(center, EuclideanLength.INSTANCE, epsilon, bounds);
        }

        @Override
        double dual(double[] weights) {
            return EuclideanLength.INSTANCE.of(weights);
        }
    },

    /** The sum of the absolute changes. */
    L1 {
        @Override
        Region around(float[] center, double epsilon, Bounds bounds) {
            return new BallInRange(center, SumOfSizes.INSTANCE, epsilon, bounds);
        }

        @Override
        double dual(double[] weights) {
            return Arrays.stream(weights).map(Math::abs).max().orElse(0);
        }
    };

    /**
     * Returns all perturbations up to a size.
     *
     * @param epsilon the size ε, finite and at least 0, in the unit of the inputs
     * @return the ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public NormBall ball(double epsilon) {
        return new NormBall(this, epsilon, InputRange.UNBOUNDED);
    }

    /** Returns the ball, cut to bounds, around an input within them that is not to be changed from now on. */
    abstract Region around(float[] center, double epsilon, Bounds bounds);

    /** Returns the dual norm: the largest {@code weights · changes} for changes whose norm is at most 1. */
    abstract double dual(double[] weights);

    /** The name of the function in {@link Perturbations} that makes the ball. */
    String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
