package org.robustest.training;

import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;

/** Refuses what a model is configured with that training would pass over in silence. */
final class ModelChecks {

    private static final String INSTEAD = "; take it out, or train the model by its own fit()";

    private ModelChecks() {}

    /**
     * Checks a model.
     *
     * @throws IllegalArgumentException if a layer does something in training that it does not do in inference, is frozen, or
     *     the optimization is not by gradient steps
     */
    static void requireTrainable(TrainableModel model) {
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
        return "";
    }
}
