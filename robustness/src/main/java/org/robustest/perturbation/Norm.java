package org.robustest.perturbation;

import java.util.Locale;
import org.robustest.samples.InputRange;

/** The norms that a perturbation can be measured by. */
public enum Norm {

    /** The largest absolute change of a value. */
    LINF {
        @Override
        Region around(float[] center, double epsilon, InputRange range) {
            return Box.around(center, epsilon, range);
        }
    },

    /** The Euclidean length: the root of the sum of the squared changes. */
    L2 {
        @Override
        Region around(float[] center, double epsilon, InputRange range) {
            return new BallInRange(center, EuclideanLength.INSTANCE, epsilon, range);
        }
    },

    /** The sum of the absolute changes. */
    L1 {
        @Override
        Region around(float[] center, double epsilon, InputRange range) {
            return new BallInRange(center, SumOfSizes.INSTANCE, epsilon, range);
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

    /** Returns the region around an input in the range, which is not to be changed from now on. */
    abstract Region around(float[] center, double epsilon, InputRange range);

    /** The name of the function in {@link Perturbations} that makes the ball. */
    String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
