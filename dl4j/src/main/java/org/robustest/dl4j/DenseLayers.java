package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.nd4j.linalg.activations.IActivation;
import org.robustest.layer.BatchNormalization;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.Window;
import org.robustest.network.Layer;

/** Imports the layers with a matrix of weights. */
final class DenseLayers {

    private static final String WEIGHTS = "W";

    private DenseLayers() {}

    static List<Layer> dense(DenseLayer configuration, LayerParameters parameters) {
        if (configuration.hasLayerNorm()) {
            throw new IllegalArgumentException("layer normalisation has no counterpart");
        }
        return linear(parameters, configuration.getActivationFn());
    }

    static List<Layer> output(BaseOutputLayer configuration, LayerParameters parameters) {
        return linear(parameters, configuration.getActivationFn());
    }

    static List<Layer> elementWise(ElementWiseMultiplicationLayer configuration, LayerParameters parameters) {
        float[] weights = parameters.values(WEIGHTS);
        float[] zeros = new float[weights.length];
        float[] ones = zeros.clone();
        Arrays.fill(ones, 1);
        Layer products = BatchNormalization.of(weights, parameters.biases(weights.length), zeros, ones, 0);
        return followed(List.of(products), configuration.getActivationFn(), parameters);
    }

    private static List<Layer> linear(LayerParameters parameters, IActivation activation) {
        float[] weights = parameters.transposed(WEIGHTS);
        float[] biases = parameters.biases(parameters.size(WEIGHTS, 1));
        Layer dense = inputs -> switch (inputs.get(0).rank()) {
            case 1 -> Dense.of(weights, biases).place(inputs);
            case 2 -> Convolution.of(weights, biases, Window.of(1)).place(inputs);
            default ->
                throw new IllegalArgumentException(
                        "there is no counterpart for a dense layer on inputs of shape " + inputs.get(0));
        };
        return followed(List.of(dense), activation, parameters);
    }

    /** The counterparts of what a layer of these parameters computes, and of its activation. */
    static List<Layer> followed(List<Layer> layers, IActivation activation, LayerParameters parameters) {
        return Stream.concat(layers.stream(), ActivationTable.layers(activation, parameters.dataType()).stream())
                .toList();
    }
}
