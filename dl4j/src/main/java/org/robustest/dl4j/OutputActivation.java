package org.robustest.dl4j;

import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** What a model does to its logits before it gives them out. */
enum OutputActivation {
    SOFTMAX,
    IDENTITY;

    boolean isSoftmax() {
        return this == SOFTMAX;
    }

    static OutputActivation of(MultiLayerNetwork model) {
        int last = model.getnLayers() - 1;
        Layer layer = model.getLayer(last).conf().getLayer();
        if (layer instanceof BaseLayer base) {
            IActivation activation = base.getActivationFn();
            if (activation instanceof ActivationSoftmax) {
                return SOFTMAX;
            }
            if (activation instanceof ActivationIdentity) {
                return IDENTITY;
            }
            throw new ModelImportException(LayerName.of(model, last) + " ends in the activation " + activation
                    + "; a classifier has to end in softmax or identity");
        }
        throw new ModelImportException(LayerName.of(model, last) + " is not an output layer with an activation");
    }
}
