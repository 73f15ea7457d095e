package org.robustest.store;

import org.robustest.samples.Shape;

/**
 * What is known of a counterexample beside its values: to which sample it is one, what it shows, and how it was found.
 *
 * @param sampleId the id of the sample
 * @param sampleHash the {@link Hash} of the unperturbed input
 * @param shape the shape of the input
 * @param label the true class
 * @param prediction the class that the model predicted
 * @param set the perturbation set in which it was found, as an expression
 * @param epsilon the ε of that set
 * @param distance the size of the perturbation in the norm of the set, at most ε
 * @param changed how many coordinates of the point differ from those of the unperturbed input
 * @param attack the attack that found it, with its settings
 * @param seed the seed of that run
 * @param position where in the search it was found
 * @param model the {@link Hash} of the model
 */
public record Finding(
        String sampleId,
        String sampleHash,
        Shape shape,
        int label,
        int prediction,
        String set,
        double epsilon,
        double distance,
        int changed,
        String attack,
        long seed,
        String position,
        String model) {}
