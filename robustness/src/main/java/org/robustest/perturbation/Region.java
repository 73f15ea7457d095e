package org.robustest.perturbation;

import org.robustest.classifier.InputSet;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/**
 * The perturbed inputs that may stand for one input, each described by a point of a closed convex set.
 *
 * <p>In most regions a point is the perturbed input itself. Where perturbations are described by parameters, such as the
 * amplitudes of a baseline wander, the point consists of these, {@link #toInput} computes the input that it stands for, and
 * {@link #pullBack} says how a function of the input grows with them. All that is asked of a region, {@link #contains}
 * included, is then asked of the parameters: a point in the region stands for an input that the set allows.
 *
 * <p>Immutable.
 */
public interface Region extends InputSet {

    /**
     * Returns the size of the region: the largest norm of a perturbation that the set allows for this input.
     *
     * @return ε, at least 0, in the unit of the points
     */
    double radius();

    /**
     * Returns the norm that {@link #radius} and {@link #distance} are measured by.
     *
     * @return the norm of the set; where values have radii of their own, L∞
     */
    Norm norm();

    /**
     * Returns the region of the same kind around the same input that has another size. What restricts single values, such as a
     * range, a mask or a cap, stays.
     *
     * @param newRadius its size ε, finite and at least 0, in the unit of the points
     * @return the smaller or larger region, for searches that look beyond this one; it is not to be asked about
     *     {@linkplain #box bounds}
     */
    Region resized(double newRadius);

    /**
     * Returns a sample as a search of this region sees it: its input is the point that stands for the unperturbed input.
     *
     * @param sample the sample that the region lies around
     * @return the sample with that point as its input
     */
    default Sample origin(Sample sample) {
        return sample;
    }

    /**
     * Computes the input that a point stands for.
     *
     * @param point the point
     * @param input receives the perturbed input, row-major in the shape of the sample
     */
    default void toInput(float[] point, float[] input) {
        System.arraycopy(point, 0, input, 0, input.length);
    }

    /**
     * Computes the gradient of a function with respect to the point from that with respect to the input.
     *
     * @param point the point
     * @param inputGradient the gradient of the function at the input that the point stands for
     * @param gradient receives the gradient at the point
     */
    default void pullBack(float[] point, float[] inputGradient, float[] gradient) {
        System.arraycopy(inputGradient, 0, gradient, 0, gradient.length);
    }

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
     * @param gradient the gradient of the function; where it is 0, the value of the origin stays
     * @param point receives the point; need not lie in the region before
     */
    void maximize(float[] gradient, float[] point);

    /** {@inheritDoc} By default the point is the input. */
    @Override
    default void farthest(float[] weights, float[] input) {
        maximize(weights, input);
    }

    /**
     * Looks for a point that stands for an input of the set, which may be off by rounding.
     *
     * @param input the input
     * @param point receives a point of the region that stands for the input or one close to it
     * @return {@code false} if it cannot be told which point that is
     */
    default boolean locate(float[] input, float[] point) {
        System.arraycopy(input, 0, point, 0, point.length);
        project(point);
        return true;
    }

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
     * Tells whether this region is known to allow whatever another one does, as that of a larger ε around the same input.
     *
     * @param other the other region
     * @return {@code true} if every point of the other region lies in this one and stands for the same input there; {@code false}
     *     if one does not, or if that cannot be told from the two
     */
    boolean encloses(Region other);

    /**
     * Tells whether a point lies in the region, without any tolerance.
     *
     * @param point the point
     * @return {@code true} if every condition of the set holds for the floats of the point
     */
    boolean contains(float[] point);

    /**
     * Measures how far a point is from the origin of the region.
     *
     * @param point the point
     * @return the norm of the perturbation, in the norm of the set
     */
    double distance(float[] point);
}
