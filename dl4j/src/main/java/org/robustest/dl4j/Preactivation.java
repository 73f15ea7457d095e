package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a model has in front of its output activation, by the parameters that it has when it is asked: the model itself runs up
 * to its last layer, and that layer is run without its activation.
 */
final class Preactivation implements UnaryOperator<INDArray> {

    private final ModelGraph graph;
    private final UnaryOperator<INDArray> beforeLastLayer;
    private final Supplier<Layer> lastLayer;

    private Preactivation(ModelGraph graph, UnaryOperator<INDArray> beforeLastLayer, Supplier<Layer> lastLayer) {
        this.graph = graph;
        this.beforeLastLayer = beforeLastLayer;
        this.lastLayer = lastLayer;
    }

    static Preactivation of(MultiLayerNetwork model, ModelGraph graph) {
        int last = model.getnLayers() - 1;
        return new Preactivation(
                graph,
                batch -> last == 0
                        ? batch
                        : model.feedForwardToLayer(last - 1, batch, false).get(last),
                () -> model.getLayer(last));
    }

    static Preactivation of(ComputationGraph model, ModelGraph graph) {
        return new Preactivation(
                graph,
                batch -> Objects.requireNonNull(
                        model.feedForward(new INDArray[] {batch}, stepBefore(graph.output(), model), false, true)
                                .get(lastVertex(graph).input())),
                () -> model.getLayer(graph.output()));
    }

    /** The index of the last step in front of a vertex, which may write into what it is given. */
    private static int stepBefore(String vertex, ComputationGraph model) {
        List<String> order = Arrays.stream(model.topologicalSortOrder())
                .mapToObj(index -> model.getVertices()[index].getVertexName())
                .toList();
        return order.indexOf(vertex) - 1;
    }

    private static ModelVertex.OfLayer lastVertex(ModelGraph graph) {
        return (ModelVertex.OfLayer) graph.vertices().stream()
                .filter(vertex -> vertex.name().equals(graph.output()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public INDArray apply(INDArray batch) {
        ModelVertex.OfLayer last = lastVertex(graph).with(lastLayer.get().params(), graph.dataType());
        INDArray[] inputs = {beforeLastLayer.apply(batch).dup('c')};
        return VertexRun.of(last).forward(inputs, (int) batch.size(0));
    }
}
