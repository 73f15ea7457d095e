package org.robustest.perturbation;

import org.robustest.random.RandomStream;

/**
 * A norm of perturbations that does not depend on the signs of the changes, so that the sizes of the changes say all.
 *
 * <p>A room is how far a value may be changed in the direction in question, from 0 to infinity.
 */
interface Length {

    /** Returns the name of the norm. */
    Norm norm();

    /** Returns the norm. */
    double of(double[] changes);

    /** Returns the dual norm of a gradient. */
    double dual(float[] gradient);

    /**
     * Replaces sizes by the nearest ones, in the Euclidean norm, of which none is beyond its room and whose norm is at most
     * the radius.
     */
    void project(double[] sizes, double[] rooms, double radius);

    /** Computes the sizes within the rooms and the radius for which {@code Σ_i weights[i] * sizes[i]} is largest. */
    void maximize(double[] weights, double[] rooms, double radius, double[] sizes);

    /**
     * Bounds {@code Σ_i weights[i] * sizes[i]} for all sizes within the rooms and the radius: by a multiplier of the
     * Lagrangian, which gives an upper bound whatever it is, and the maximum if it is the right one.
     */
    double support(double[] weights, double[] rooms, double radius);

    /** Draws changes, distributed evenly over the ball. */
    void draw(double[] changes, double radius, RandomStream random);
}
