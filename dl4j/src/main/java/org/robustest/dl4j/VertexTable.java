package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.robustest.layer.Affine;
import org.robustest.layer.L2Normalization;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.Maximum;
import org.robustest.layer.Merge;
import org.robustest.layer.Product;
import org.robustest.layer.Rearrangement;
import org.robustest.network.Layer;
import org.robustest.samples.Shape;

/** The counterpart of each vertex without a layer, by its exact configuration class. */
final class VertexTable {

    private static final Map<Class<?>, Function<GraphVertex, List<Layer>>> IMPORTERS = Map.ofEntries(
            entry(ElementWiseVertex.class, vertex -> List.of(elementWise(vertex.getOp()))),
            entry(MergeVertex.class, VertexTable::merge),
            entry(ScaleVertex.class, vertex -> List.of(Affine.of(scale(vertex), 0))),
            entry(ShiftVertex.class, vertex -> List.of(Affine.of(1, shift(vertex)))),
            entry(L2NormalizeVertex.class, vertex -> List.of(l2Normalization(vertex))),
            entry(ReshapeVertex.class, vertex -> List.of(reshape(vertex))),
            entry(SubsetVertex.class, vertex -> List.of(subset(vertex))),
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
                case Product -> Product.of().place(inputs);
                case Max -> Maximum.of().place(inputs);
            };
        };
    }

    private static List<Layer> merge(MergeVertex vertex) {
        return vertex.getMergeAxis() == CHANNELS_FIRST
                ? List.of(Merge.alongChannels())
                : List.of(Merge.alongChannels(), ChannelsLast.TO_BACK);
    }

    /**
     * Returns the layers that come first, one after the other on each of the inputs.
     *
     * @throws IllegalArgumentException if there are none, with the reason
     */
    static List<Layer> layersOfEachInput(GraphVertex vertex, List<Shape> inputs) {
        if (!(vertex instanceof MergeVertex merge) || merge.getMergeAxis() == CHANNELS_FIRST) {
            return List.of();
        }
        if (inputs.stream().anyMatch(shape -> shape.rank() != merge.getMergeAxis())) {
            throw new IllegalArgumentException("there is no counterpart for merging inputs of shapes " + inputs
                    + " along dimension " + merge.getMergeAxis());
        }
        return List.of(ChannelsLast.TO_FRONT);
    }

    private static double scale(ScaleVertex vertex) {
        return vertex.getScaleFactor();
    }

    private static double shift(ShiftVertex vertex) {
        return vertex.getShiftFactor();
    }

    private static Layer l2Normalization(L2NormalizeVertex vertex) {
        return inputs -> {
            int[] all = IntStream.rangeClosed(1, inputs.get(0).rank()).toArray();
            int[] dimensions = vertex.getDimension();
            if (dimensions != null && dimensions.length > 0 && !Arrays.equals(dimensions, all)) {
                throw new IllegalArgumentException(
                        "there is no counterpart for a norm along the dimensions " + Arrays.toString(dimensions));
            }
            return L2Normalization.of(vertex.getEps()).place(inputs);
        };
    }

    private static Layer reshape(ReshapeVertex vertex) {
        int[] shape = vertex.getNewShape();
        if (vertex.getReshapeOrder() != 'c' || shape[0] != -1 || shape.length < 2) {
            throw new IllegalArgumentException("there is no counterpart for the new shape " + Arrays.toString(shape)
                    + " in order " + vertex.getReshapeOrder() + "; [-1, ...] in order c has one");
        }
        return Rearrangement.reshape(Shape.of(Arrays.copyOfRange(shape, 1, shape.length)));
    }

    private static Layer subset(SubsetVertex vertex) {
        return inputs -> {
            Shape shape = inputs.get(0);
            int[] dimensions =
                    IntStream.range(0, shape.rank()).map(shape::dimension).toArray();
            int size = shape.size() / dimensions[0];
            dimensions[0] = vertex.getTo() - vertex.getFrom() + 1;
            int[] source = IntStream.range(vertex.getFrom() * size, (vertex.getTo() + 1) * size)
                    .toArray();
            return Rearrangement.of(Shape.of(dimensions), source).place(inputs);
        };
    }
}
