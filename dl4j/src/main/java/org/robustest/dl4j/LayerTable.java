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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.network.Activation;
import org.robustest.network.Dense;

/** The counterpart of each DL4J layer, by its exact configuration class: a subclass may compute something else. */
final class LayerTable {

    private static final Map<Class<?>, Importer> IMPORTERS = Map.of(
            DenseLayer.class, LayerTable::dense,
            OutputLayer.class, LayerTable::dense,
            LossLayer.class, layer -> List.of(),
            ActivationLayer.class, layer -> List.of(),
            DropoutLayer.class, layer -> List.of());

    private LayerTable() {}

    /** Imports the linear part of one kind of layer; the activation is the same business for all of them. */
    @FunctionalInterface
    private interface Importer {
        List<org.robustest.network.Layer> linearPart(Layer layer);
    }

    /**
     * Returns the layers that compute what a DL4J layer computes in inference.
     *
     * @throws IllegalArgumentException if there are none, with the reason
     */
    static List<org.robustest.network.Layer> importLayer(Layer layer, boolean endsAtLogits) {
        Importer importer = IMPORTERS.get(layer.conf().getLayer().getClass());
        if (importer == null) {
            throw new IllegalArgumentException("there is no counterpart for this kind of layer");
        }
        List<org.robustest.network.Layer> layers = new ArrayList<>(importer.linearPart(layer));
        if (!endsAtLogits && layer.conf().getLayer() instanceof BaseLayer base) {
            ActivationTable.importActivation(base.getActivationFn())
                    .map(Activation::of)
                    .ifPresent(layers::add);
        }
        return layers;
    }

    private static List<org.robustest.network.Layer> dense(Layer layer) {
        if (layer.conf().getLayer() instanceof DenseLayer dense && dense.hasLayerNorm()) {
            throw new IllegalArgumentException("layer normalisation has no counterpart");
        }
        INDArray weights = layer.getParam("W");
        INDArray biases = layer.getParam("b");
        float[] biasValues = biases == null ? new float[(int) weights.size(1)] : floats(biases);
        return List.of(Dense.of(floats(weights.transpose()), biasValues));
    }

    private static float[] floats(INDArray array) {
        return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }
}
