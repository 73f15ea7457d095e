package org.robustest.training;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.interval.IntervalMargins;
import org.robustest.network.Objective;

/** The passes of a model at the parameters that it has before a step. */
interface BatchPasses {

    /** The model at these parameters. */
    DifferentiableClassifier classifier();

    /**
     * The interval bounds of the margins of the model at these parameters.
     *
     * @throws IllegalArgumentException if the model has a layer without bounds that could be learned
     */
    IntervalMargins intervalMargins();

    /** Adds the gradients of an objective, summed over the inputs {@code [N, C, L]}, with respect to the parameters. */
    void addGradients(float[] inputs, int count, Objective objective, List<float[]> gradients);
}
