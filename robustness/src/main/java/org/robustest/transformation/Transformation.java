package org.robustest.transformation;

import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;

/**
 * A change of an input by nobody's design, such as noise or a lead that falls off. Unlike a {@link
 * org.robustest.perturbation.PerturbationSet} it leaves no adversary a choice.
 *
 * <p>Immutable. {@link Object#toString()} gives the expression that makes the transformation.
 */
public interface Transformation {

    /**
     * Transforms an input.
     *
     * @param sample the sample; not changed
     * @param seed the seed of the run; every random number comes from a stream keyed by it and the id of the sample
     * @return the transformed values, row-major in the shape of the sample; a new array
     * @throws IllegalArgumentException if the transformation does not fit the shape
     */
    float[] apply(Sample sample, long seed);

    /**
     * Returns this transformation followed by a limiter: a value that leaves the range stays at its end. Of noise that means less
     * of it than was asked for.
     *
     * @param low the smallest value, in the unit of the inputs
     * @param high the largest value, in the unit of the inputs
     * @return the limited transformation
     * @throws IllegalArgumentException if {@code low} is not below {@code high}
     */
    default Transformation within(double low, double high) {
        return new Limited(this, new InputRange((float) low, (float) high));
    }
}
