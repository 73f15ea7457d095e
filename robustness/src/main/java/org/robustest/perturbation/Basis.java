package org.robustest.perturbation;

import org.robustest.samples.Shape;

/** A linear map B from the parameters of a noise to the changes of the values of an input. */
interface Basis {

    /** Returns the shape of the parameters θ. */
    Shape parameters();

    /** Computes {@code changes = B θ}. */
    void apply(double[] parameters, double[] changes);

    /** Computes {@code pulled = Bᵀ weights}. */
    void applyTransposed(double[] weights, double[] pulled);
}
