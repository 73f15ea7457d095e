package org.robustest.training;

import java.util.List;

/**
 * What a training makes small: a loss of a batch, with its exact gradient with respect to the parameters.
 *
 * <p>Immutable. {@link Objectives} has those that are offered; an objective of one's own is one class. Its {@code toString}
 * names its settings: by that a checkpoint knows whether it is of the same training.
 */
public interface TrainingObjective {

    /**
     * Computes the loss L of a batch, and adds {@code weight · ∂L/∂θ} to gradients.
     *
     * @param batch the samples, and the network in its present state
     * @param weight the factor of the gradient, not negative
     * @param gradients receive the weighted gradient, added to what they hold; in the form of {@link
     *     org.robustest.network.Network#parameters()}, or all parameters of a model that DL4J differentiates in one array
     * @return the loss L, a mean over the samples, without the weight; its parts are what listeners are told
     */
    TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients);

    /**
     * Returns the sum of this objective and another. Each is computed by passes of its own.
     *
     * @param other the other objective
     * @return the sum
     */
    default TrainingObjective plus(TrainingObjective other) {
        return new Sum(this, other);
    }

    /**
     * Returns a multiple of this objective.
     *
     * @param factor the factor, positive and finite
     * @return the multiple
     * @throws IllegalArgumentException if the factor is not positive and finite
     */
    default TrainingObjective times(double factor) {
        return new Multiple(this, Settings.positive(factor, "factor of an objective"));
    }
}
