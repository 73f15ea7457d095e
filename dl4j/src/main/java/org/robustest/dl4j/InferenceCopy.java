package org.robustest.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Copies a model in the form that it has in inference, with parameters of its own.
 *
 * <p>Frozen layers would end the way back, dropout and weight noise would act on it; the copy has none of them. It ends in
 * front of the output activation if that is {@linkplain OutputActivation#isTakenOff taken off}.
 */
final class InferenceCopy {

    private InferenceCopy() {}

    static MultiLayerNetwork of(MultiLayerNetwork model) {
        MultiLayerConfiguration configuration =
                model.getLayerWiseConfigurations().clone();
        configuration.setValidateOutputLayerConfig(false);
        for (NeuralNetConfiguration layer : configuration.getConfs()) {
            layer.setLayer(inference(layer.getLayer()));
        }
        int last = configuration.getConfs().size() - 1;
        OutputActivation.takeOff(configuration.getConf(last).getLayer());
        MultiLayerNetwork copy = new MultiLayerNetwork(configuration);
        if (model.numParams() == 0) {
            copy.init();
        } else {
            copy.init(model.params().dup(), false);
        }
        copy.initGradientsView();
        return copy;
    }

    static ComputationGraph of(ComputationGraph model) {
        ComputationGraphConfiguration configuration = model.getConfiguration().clone();
        configuration.setValidateOutputLayerConfig(false);
        Map<String, GraphVertex> vertices = configuration.getVertices();
        Map<String, GraphVertex> originals = model.getConfiguration().getVertices();
        vertices.replaceAll((name, vertex) -> inference(vertex, originals.getOrDefault(name, vertex)));
        if (vertices.get(configuration.getNetworkOutputs().get(0)) instanceof LayerVertex output) {
            OutputActivation.takeOff(output.getLayerConf().getLayer());
        }
        ComputationGraph copy = new ComputationGraph(configuration);
        if (model.numParams() == 0) {
            copy.init();
        } else {
            copy.init(model.params().dup(), false);
        }
        copy.initGradientsView();
        return copy;
    }

    /** The copy of a vertex; the original where DL4J's own {@code clone} forgets a setting. */
    private static GraphVertex inference(GraphVertex copy, GraphVertex original) {
        if (copy instanceof FrozenVertex frozenCopy && original instanceof FrozenVertex frozen) {
            return inference(frozenCopy.getUnderlying(), frozen.getUnderlying());
        }
        if (copy instanceof LayerVertex layerVertex) {
            NeuralNetConfiguration configuration = layerVertex.getLayerConf();
            configuration.setLayer(inference(configuration.getLayer()));
            return copy;
        }
        boolean isForgetful = original instanceof MergeVertex || original instanceof ReshapeVertex;
        return isForgetful ? original : copy;
    }

    /** The copy of a layer, with copies of the layers in it: DL4J's own {@code clone} shares those with the original. */
    private static Layer inference(Layer layer) {
        Layer copy = unfrozen(layer).clone();
        copy.setIDropout(null);
        if (copy instanceof BaseLayer base) {
            base.setWeightNoise(null);
        }
        if (copy instanceof BaseWrapperLayer wrapper) {
            wrapper.setUnderlying(inference(wrapper.getUnderlying()));
        }
        if (copy instanceof Bidirectional bidirectional) {
            bidirectional.setFwd(inference(bidirectional.getFwd()));
            bidirectional.setBwd(inference(bidirectional.getBwd()));
        }
        return copy;
    }

    /** The layer itself, or the one within that is frozen. */
    static Layer unfrozen(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return unfrozen(frozen.getLayer());
        }
        if (layer instanceof FrozenLayerWithBackprop frozen) {
            return unfrozen(frozen.getUnderlying());
        }
        return layer;
    }
}
