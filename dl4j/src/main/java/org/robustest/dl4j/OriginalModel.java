package org.robustest.dl4j;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The user's own model object, whichever class it is of.
 *
 * @param model the object itself, on which calls are synchronized
 * @param output what its public {@code output} method gives for a batch
 * @param inFront what it has in front of its output activation for a batch, if that is taken off
 * @param outputActivation what stands between the logits and the outputs
 * @param graph its inference copy
 */
record OriginalModel(
        Object model,
        UnaryOperator<INDArray> output,
        UnaryOperator<INDArray> inFront,
        OutputActivation outputActivation,
        ModelGraph graph) {

    static OriginalModel of(MultiLayerNetwork model) {
        requireInitialized(model.isInitCalled());
        requireFinite(model.paramTable());
        MultiLayerConfiguration configuration = model.getLayerWiseConfigurations();
        OutputActivation activation = OutputActivation.of(
                configuration.getConf(configuration.getConfs().size() - 1).getLayer());
        ModelGraph graph = ModelGraph.of(model);
        return new OriginalModel(model, model::output, Preactivation.of(model, graph), activation, graph);
    }

    static OriginalModel of(ComputationGraph model) {
        ComputationGraphConfiguration configuration = model.getConfiguration();
        requireOne("input", configuration.getNetworkInputs());
        requireOne("output", configuration.getNetworkOutputs());
        requireInitialized(model.getVertices() != null);
        requireFinite(model.paramTable());
        OutputActivation activation = configuration
                                .getVertices()
                                .get(configuration.getNetworkOutputs().get(0))
                        instanceof LayerVertex output
                ? OutputActivation.of(output.getLayerConf().getLayer())
                : OutputActivation.NONE;
        ModelGraph graph = ModelGraph.of(model);
        return new OriginalModel(
                model, input -> model.output(input)[0], Preactivation.of(model, graph), activation, graph);
    }

    private static void requireOne(String what, List<String> names) {
        if (names.size() != 1) {
            throw new ModelImportException("a classifier has one " + what + ", but the graph has " + names.size() + ": "
                    + names + "; build a graph with one of them");
        }
    }

    private static void requireInitialized(boolean isInitialized) {
        if (!isInitialized) {
            throw new ModelImportException("the model has no parameters yet; call init() and train it, or load it");
        }
    }

    private static void requireFinite(Map<String, INDArray> parameters) {
        parameters.forEach((name, values) -> {
            double sum = values.castTo(DataType.DOUBLE).norm1Number().doubleValue();
            if (!Double.isFinite(sum)) {
                throw new ModelImportException(
                        "the parameters \"" + name
                                + "\" of the model are not all finite numbers; the training has diverged, or the file is broken");
            }
        });
    }
}
