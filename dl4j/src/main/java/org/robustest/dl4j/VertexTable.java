package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.Merge;
import org.robustest.network.Layer;

/** The counterpart of each vertex without a layer, by its exact configuration class. */
final class VertexTable {

    private static final Map<Class<?>, Function<GraphVertex, List<Layer>>> IMPORTERS = Map.ofEntries(
            entry(ElementWiseVertex.class, vertex -> List.of(elementWise(vertex.getOp()))),
            entry(MergeVertex.class, VertexTable::merge),
            entry(ScaleVertex.class, vertex -> List.of(LinearCombination.of(scale(vertex)))),
            entry(PreprocessorVertex.class, vertex -> Preprocessors.layers(vertex.getPreProcessor())));

    private static final int CHANNELS_FIRST = 1;

    private VertexTable() {}

    private static <V> Map.Entry<Class<?>, Function<GraphVertex, List<Layer>>> entry(
            Class<V> type, Function<V, List<Layer>> importer) {
        return Map.entry(type, vertex -> importer.apply(type.cast(vertex)));
    }

    /**
     * Returns the layers that compute what a vertex computes: the first of all its inputs, any other of the one before.
     *
     * @throws IllegalArgumentException if there are none, with the reason
     */
    static List<Layer> layers(GraphVertex vertex) {
        Function<GraphVertex, List<Layer>> importer = IMPORTERS.get(vertex.getClass());
        if (importer == null) {
            throw new IllegalArgumentException("there is no counterpart for this kind of vertex");
        }
        return importer.apply(vertex);
    }

    private static Layer elementWise(ElementWiseVertex.Op operation) {
        return inputs -> {
            if (inputs.stream().distinct().count() != 1) {
                throw new IllegalArgumentException("there is no counterpart for shapes that differ: " + inputs);
            }
            double[] ones = new double[inputs.size()];
            Arrays.fill(ones, 1);
            return switch (operation) {
                case Add -> LinearCombination.of(ones).place(inputs);
                case Subtract -> LinearCombination.of(1, -1).place(inputs);
                case Average ->
                    LinearCombination.of(Arrays.stream(ones)
                                    .map(one -> one / inputs.size())
                                    .toArray())
                            .place(inputs);
                case Product, Max ->
                    throw new IllegalArgumentException("there is no counterpart for the operation " + operation);
            };
        };
    }

    private static List<Layer> merge(MergeVertex vertex) {
        if (vertex.getMergeAxis() != CHANNELS_FIRST) {
            throw new IllegalArgumentException(
                    "there is no counterpart for merging along dimension " + vertex.getMergeAxis());
        }
        return List.of(Merge.alongChannels());
    }

    private static double scale(ScaleVertex vertex) {
        return vertex.getScaleFactor();
    }
}
