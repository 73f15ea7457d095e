package org.robustest.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.layer.Activation;
import org.robustest.layer.Dense;

/**
 * The counterpart of each DL4J layer, by its exact configuration class: a subclass may compute something else.
 *
 * <p>An output layer ends at the logits, so its activation is left out.
 */
final class LayerTable {

    private static final Map<Class<?>, Importer> IMPORTERS = Map.of(
            DenseLayer.class, LayerTable::dense,
            OutputLayer.class, LayerTable::linear,
            LossLayer.class, layer -> List.of(),
            ActivationLayer.class, layer -> activation(((ActivationLayer) configuration(layer)).getActivationFn()),
            DropoutLayer.class, layer -> List.of());

    private LayerTable() {}

    @FunctionalInterface
    private interface Importer {
        List<org.robustest.network.Layer> layers(Layer layer);
    }

    /**
     * Returns the layers that compute what a DL4J layer computes in inference.
     *
     * @throws IllegalArgumentException if there are none, with the reason
     */
    static List<org.robustest.network.Layer> importLayer(Layer layer) {
        Importer importer = IMPORTERS.get(configuration(layer).getClass());
        if (importer == null) {
            throw new IllegalArgumentException("there is no counterpart for this kind of layer");
        }
        return importer.layers(layer);
    }

    private static org.deeplearning4j.nn.conf.layers.Layer configuration(Layer layer) {
        return layer.conf().getLayer();
    }

    private static List<org.robustest.network.Layer> dense(Layer layer) {
        if (((DenseLayer) configuration(layer)).hasLayerNorm()) {
            throw new IllegalArgumentException("layer normalisation has no counterpart");
        }
        List<org.robustest.network.Layer> layers = new ArrayList<>(linear(layer));
        layers.addAll(activation(((BaseLayer) configuration(layer)).getActivationFn()));
        return layers;
    }

    private static List<org.robustest.network.Layer> linear(Layer layer) {
        INDArray weights = layer.getParam("W");
        INDArray biases = layer.getParam("b");
        float[] biasValues = biases == null ? new float[(int) weights.size(1)] : floats(biases);
        return List.of(Dense.of(floats(weights.transpose()), biasValues));
    }

    private static List<org.robustest.network.Layer> activation(IActivation activation) {
        return ActivationTable.importActivation(activation)
                .<org.robustest.network.Layer>map(Activation::of)
                .map(List::of)
                .orElse(List.of());
    }

    private static float[] floats(INDArray array) {
        return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }
}
