package org.robustest.training;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.stepfunctions.NegativeGradientStepFunction;
import org.deeplearning4j.nn.conf.stepfunctions.StepFunction;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.nd4j.linalg.activations.impl.ActivationRReLU;

/** Refuses what a model is configured with that training would pass over in silence. */
final class ModelChecks {

    private static final String INSTEAD = "; take it out, or train the model by its own fit()";

    private ModelChecks() {}

    /**
     * Checks a model.
     *
     * @throws IllegalArgumentException if it is not initialized, a layer does something in training that it does not do in
     *     inference or is frozen, or the optimization is not by gradient steps
     */
    static void requireTrainable(TrainableModel model) {
        if (!model.isInitialized()) {
            throw new IllegalArgumentException("the model has no parameters yet; call init() before it is trained");
        }
        for (TrainableModel.NamedLayer named : model.layers()) {
            Layer layer = named.settings().getLayer();
            String obstacle = isFrozen(named) ? "is frozen, but the trainer would change it" : obstacle(layer);
            if (!obstacle.isEmpty()) {
                throw new IllegalArgumentException("layer \"" + named.name() + "\" ("
                        + layer.getClass().getSimpleName() + ") " + obstacle + INSTEAD);
            }
        }
        OptimizationAlgorithm algorithm = model.settings().getOptimizationAlgo();
        if (algorithm != OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT) {
            throw new IllegalArgumentException(
                    "the model is configured with the optimization algorithm " + algorithm
                            + ", but the trainer takes gradient steps; configure STOCHASTIC_GRADIENT_DESCENT, with any updater");
        }
        StepFunction step = model.settings().getStepFunction();
        if (step != null && !(step instanceof NegativeGradientStepFunction)) {
            throw new IllegalArgumentException("the model is configured with the step function "
                    + step.getClass().getSimpleName() + ", but the trainer subtracts what the updater gives, as"
                    + " NegativeGradientStepFunction does; configure that or none");
        }
    }

    private static boolean isFrozen(TrainableModel.NamedLayer named) {
        return named.layer() instanceof FrozenLayer || named.layer() instanceof FrozenLayerWithBackprop;
    }

    private static String obstacle(Layer layer) {
        if (layer instanceof BatchNormalization) {
            return "learns from the statistics of each batch, but the trainer takes the network as it is in inference";
        }
        if (layer.getIDropout() != null) {
            return "has dropout, but the trainer takes the network as it is in inference";
        }
        if (layer instanceof BaseLayer base && base.getWeightNoise() != null) {
            return "has weight noise, but the trainer takes the network as it is in inference";
        }
        if (isRandom(layer)) {
            return "has slopes that are drawn anew for each batch, but the trainer takes the network as it is in inference";
        }
        return "";
    }

    private static boolean isRandom(Layer layer) {
        return (layer instanceof BaseLayer base && base.getActivationFn() instanceof ActivationRReLU)
                || (layer instanceof ActivationLayer activation
                        && activation.getActivationFn() instanceof ActivationRReLU);
    }
}
