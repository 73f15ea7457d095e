package org.robustest.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The {@linkplain InferenceCopy inference copy} of a model as a graph, whichever class it is of.
 *
 * @param input the name of the input
 * @param vertices the steps, in an order in which they can be run
 * @param output the name of the value in front of the output activation
 * @param dataType the type that the model computes in
 * @param parameters all parameters of the copy, in the order of DL4J; a change of them changes the layers
 * @param gradients where the layers write the gradients with respect to the parameters when they go back, in the same order
 * @param beforeRun is to be told the input of each run
 */
record ModelGraph(
        String input,
        List<ModelVertex> vertices,
        String output,
        DataType dataType,
        INDArray parameters,
        INDArray gradients,
        Consumer<INDArray> beforeRun) {

    static ModelGraph of(MultiLayerNetwork model) {
        MultiLayerNetwork copy = InferenceCopy.of(model);
        MultiLayerConfiguration configuration = copy.getLayerWiseConfigurations();
        List<ModelVertex> vertices = new ArrayList<>();
        for (int i = 0; i < copy.getnLayers(); i++) {
            Layer layer = configuration.getConf(i).getLayer();
            vertices.add(new ModelVertex.OfLayer(
                    String.valueOf(i),
                    i == 0 ? "input" : String.valueOf(i - 1),
                    Optional.ofNullable(configuration.getInputPreProcess(i)),
                    layer,
                    copy.getLayer(i),
                    title(i, layer)));
        }
        String output = String.valueOf(copy.getnLayers() - 1);
        return new ModelGraph(
                "input", vertices, output, configuration.getDataType(), parameters(copy), gradients(copy), input -> {});
    }

    private static String title(int index, Layer layer) {
        String name = layer.getLayerName() == null ? "" : " \"" + layer.getLayerName() + "\"";
        return "layer " + index + name + " (" + layer.getClass().getSimpleName() + ")";
    }

    static ModelGraph of(ComputationGraph model) {
        ComputationGraph copy = InferenceCopy.of(model);
        List<ModelVertex> vertices = new ArrayList<>();
        for (int index : copy.topologicalSortOrder()) {
            String name = copy.getVertices()[index].getVertexName();
            if (!copy.getConfiguration().getNetworkInputs().contains(name)) {
                vertices.add(vertex(copy, name));
            }
        }
        return new ModelGraph(
                copy.getConfiguration().getNetworkInputs().get(0),
                vertices,
                copy.getConfiguration().getNetworkOutputs().get(0),
                copy.getConfiguration().getDataType(),
                parameters(copy),
                gradients(copy),
                input -> copy.setInput(0, input));
    }

    private static INDArray parameters(Model copy) {
        return copy.numParams() == 0 ? Nd4j.empty() : copy.params();
    }

    private static INDArray gradients(Model copy) {
        return copy.numParams() == 0 ? Nd4j.empty() : copy.getGradientsViewArray();
    }

    private static ModelVertex vertex(ComputationGraph copy, String name) {
        GraphVertex configuration =
                Objects.requireNonNull(copy.getConfiguration().getVertices().get(name));
        List<String> inputs = copy.getConfiguration().getVertexInputs().getOrDefault(name, List.of());
        if (configuration instanceof LayerVertex layerVertex) {
            Layer layer = layerVertex.getLayerConf().getLayer();
            return new ModelVertex.OfLayer(
                    name,
                    inputs.get(0),
                    Optional.ofNullable(layerVertex.getPreProcessor()),
                    layer,
                    copy.getVertex(name).getLayer(),
                    "layer \"" + name + "\" (" + layer.getClass().getSimpleName() + ")");
        }
        return new ModelVertex.OfOperation(name, List.copyOf(inputs), configuration, copy.getVertex(name));
    }
}
