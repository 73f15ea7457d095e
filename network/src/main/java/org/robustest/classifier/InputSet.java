package org.robustest.classifier;

/** A set of inputs, known by how far it reaches in each direction. */
public interface InputSet {

    /**
     * Computes a box that holds the set.
     *
     * @param lower receives the lower bounds of the values, row-major {@code [C, L]}
     * @param upper receives the upper bounds
     */
    void box(double[] lower, double[] upper);

    /**
     * Bounds a linear function on the set: its support function.
     *
     * @param weights the weights w {@code [C, L]} of the function
     * @return the largest value of {@code w · x} for x in the set, or slightly more; never less
     */
    double support(double[] weights);

    /**
     * Finds an input at which a linear function is as large as it gets, or nearly so.
     *
     * @param weights the weights w {@code [C, L]} of the function
     * @param input receives an input of the set, or one that is off by rounding
     */
    void farthest(float[] weights, float[] input);
}
