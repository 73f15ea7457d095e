package org.robustest.perturbation;

import org.robustest.classifier.InputSet;
import org.robustest.random.RandomStream;

/**
 * The perturbed inputs that may stand for one input: a closed convex set of arrays of the size of that input.
 *
 * <p>Immutable.
 */
public interface Region extends InputSet {

    /**
     * Returns the size of the region: the largest norm of a perturbation that the set allows for this input.
     *
     * @return ε, at least 0, in the unit of the inputs
     */
    double radius();

    /**
     * Moves a point to the nearest point of the region in the Euclidean norm.
     *
     * @param point the point; changed only if it lies outside
     */
    void project(float[] point);

    /**
     * Takes a step in the steepest direction of the region's norm, and projects.
     *
     * @param point the point to move; stays in the region
     * @param gradient what is to grow, as a gradient at the point; its length does not matter
     * @param length the length of the step in the region's norm, at least 0
     */
    void ascend(float[] point, float[] gradient, double length);

    /**
     * Moves to where a linear function is largest in the region.
     *
     * <p>On a model that is affine, this one step finds a counterexample whenever there is one.
     *
     * @param gradient the gradient of the function; where it is 0, the value of the input stays
     * @param point receives the point; need not lie in the region before
     */
    void maximize(float[] gradient, float[] point);

    /**
     * Measures a gradient in the norm dual to that of the region: how much a linear function grows at most for a
     * perturbation of norm 1, if the range allows it.
     *
     * @param gradient the gradient
     * @return its dual norm: L1 for an L∞ ball, L2 for L2, L∞ for L1
     */
    double dualNorm(float[] gradient);

    /**
     * Draws a point of the region at random.
     *
     * @param point receives the point
     * @param random where the numbers come from
     */
    void draw(float[] point, RandomStream random);

    /**
     * Tells whether a point lies in the region, without any tolerance.
     *
     * @param point the point
     * @return {@code true} if every condition of the set holds for the floats of the point
     */
    boolean contains(float[] point);

    /**
     * Measures how far a point is from the input of the region.
     *
     * @param point the point
     * @return the norm of the perturbation, in the norm of the set
     */
    double distance(float[] point);
}
