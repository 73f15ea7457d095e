package org.robustest.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Names a layer of a model so that its author finds it. */
final class LayerName {

    private LayerName() {}

    static String of(MultiLayerNetwork model, int index) {
        Layer layer = model.getLayer(index).conf().getLayer();
        String name = layer.getLayerName() == null ? "" : " \"" + layer.getLayerName() + "\"";
        return "layer " + index + name + " (" + layer.getClass().getSimpleName() + ")";
    }
}
