package org.robustest.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/** Copies the layers and parameters of a DL4J model into a network that ends at the logits. */
final class NetworkImport {

    private NetworkImport() {}

    static Network of(MultiLayerNetwork model) {
        if (!model.isInitCalled()) {
            throw new ModelImportException("the model has no parameters yet; call init() and train it, or load it");
        }
        OutputActivation.of(model);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < model.getnLayers(); i++) {
            requireNoPreprocessor(model, i);
            layers.addAll(importLayer(model, i));
        }
        try {
            return Network.sequential(inputShape(model), layers);
        } catch (IllegalArgumentException e) {
            throw new ModelImportException("the layers of the model do not fit together: " + e.getMessage(), e);
        }
    }

    private static List<Layer> importLayer(MultiLayerNetwork model, int index) {
        try {
            return LayerTable.importLayer(model.getLayer(index));
        } catch (IllegalArgumentException e) {
            throw new ModelImportException(
                    LayerName.of(model, index) + " of the model cannot be imported: " + e.getMessage(), e);
        }
    }

    private static void requireNoPreprocessor(MultiLayerNetwork model, int index) {
        Object preprocessor = model.getLayerWiseConfigurations().getInputPreProcess(index);
        if (preprocessor != null) {
            throw new ModelImportException(LayerName.of(model, index) + " has the input preprocessor " + preprocessor
                    + ", which cannot be imported");
        }
    }

    private static Shape inputShape(MultiLayerNetwork model) {
        for (int i = 0; i < model.getnLayers(); i++) {
            if (model.getLayer(i).conf().getLayer() instanceof FeedForwardLayer layer && layer.getNIn() > 0) {
                return Shape.of(Math.toIntExact(layer.getNIn()));
            }
        }
        throw new ModelImportException("no layer of the model tells the size of its input");
    }
}
