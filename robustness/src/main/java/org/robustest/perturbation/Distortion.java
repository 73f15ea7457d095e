package org.robustest.perturbation;

import org.robustest.samples.Shape;

/** What parameters do to the values of one input; all 0, they do nothing. */
interface Distortion {

    /** Returns the shape of the parameters. */
    Shape parameters();

    /** Computes by how much each value of the input changes. */
    void apply(float[] parameters, double[] changes);

    /** Computes the gradient with respect to the parameters from that with respect to the values. */
    void pullBack(float[] parameters, double[] inputGradient, double[] gradient);

    /** Computes bounds on the changes, for all parameters that the set allows. */
    void bound(double[] lowest, double[] highest);

    /** Returns at least the largest {@code weights · changes} for all parameters that the set allows. */
    double support(double[] weights);
}
