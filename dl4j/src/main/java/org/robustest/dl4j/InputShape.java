package org.robustest.dl4j;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BasePretrainNetwork;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.robustest.samples.Shape;

/**
 * Finds the shape of the input of a model in its configuration. DL4J does not keep the {@code InputType} that a model was
 * configured with, so it has to be read off the first layer that accepts one shape alone.
 */
final class InputShape {

    /** Gives out what it takes, in the same shape. */
    private static final Set<Class<?>> KEEP_SHAPE = Set.of(
            ActivationLayer.class,
            BatchNormalization.class,
            DropoutLayer.class,
            ElementWiseVertex.class,
            ScaleVertex.class,
            ShiftVertex.class);

    private InputShape() {}

    static Shape of(ModelGraph graph) {
        return find(graph, first -> {
            throw new ModelImportException("the configuration of the model does not tell the shape of its input: "
                    + (first.isEmpty() ? "no layer" : first) + " accepts inputs of several sizes. Give the shape of one"
                    + " input as DL4J takes it, without the batch dimension, as in Dl4j.classifier(model, Shape.of(1, 187))"
                    + " for signals [C, L] or Shape.of(3, 32, 32) for images [C, H, W]");
        });
    }

    /** Returns the shape that the model tells, or else another one. */
    static Shape of(ModelGraph graph, Shape otherwise) {
        return find(graph, first -> otherwise);
    }

    /** Finds the shape, or asks for another one, given the first layer that could have told it. */
    private static Shape find(ModelGraph graph, Function<String, Shape> otherwise) {
        Set<String> shapedAsInput = new HashSet<>(Set.of(graph.input()));
        String first = "";
        for (ModelVertex vertex : graph.vertices()) {
            if (shapedAsInput.containsAll(vertex.inputs())) {
                Optional<Shape> shape = shape(vertex);
                if (shape.isPresent()) {
                    return shape.get();
                }
                if (keepsShape(vertex)) {
                    shapedAsInput.add(vertex.name());
                } else if (first.isEmpty()) {
                    first = vertex.title();
                }
            }
        }
        return otherwise.apply(first);
    }

    private static boolean keepsShape(ModelVertex vertex) {
        if (vertex instanceof ModelVertex.OfLayer layer) {
            return layer.preprocessor().isEmpty()
                    && KEEP_SHAPE.contains(layer.configuration().getClass());
        }
        return vertex instanceof ModelVertex.OfOperation operation
                && KEEP_SHAPE.contains(operation.configuration().getClass());
    }

    private static Optional<Shape> shape(ModelVertex vertex) {
        if (vertex instanceof ModelVertex.OfLayer layer) {
            return layer.preprocessor().map(InputShape::shape).orElseGet(() -> shape(layer.configuration()));
        }
        return Optional.empty();
    }

    private static Optional<Shape> shape(InputPreProcessor preprocessor) {
        if (preprocessor instanceof FeedForwardToCnnPreProcessor images) {
            return Optional.of(Shape.of(
                    Math.toIntExact(images.getNumChannels() * images.getInputHeight() * images.getInputWidth())));
        }
        if (preprocessor instanceof CnnToFeedForwardPreProcessor images && images.getNumChannels() > 0) {
            int channels = Math.toIntExact(images.getNumChannels());
            int height = Math.toIntExact(images.getInputHeight());
            int width = Math.toIntExact(images.getInputWidth());
            return Optional.of(
                    images.getFormat() == CNN2DFormat.NHWC
                            ? Shape.of(height, width, channels)
                            : Shape.of(channels, height, width));
        }
        return Optional.empty();
    }

    private static Optional<Shape> shape(Layer configuration) {
        boolean takesVectors = configuration instanceof DenseLayer
                || configuration instanceof BasePretrainNetwork
                || configuration instanceof ElementWiseMultiplicationLayer
                || (configuration instanceof BaseOutputLayer && !(configuration instanceof RnnOutputLayer));
        if (takesVectors && configuration instanceof FeedForwardLayer layer && layer.getNIn() > 0) {
            return Optional.of(Shape.of(Math.toIntExact(layer.getNIn())));
        }
        return Optional.empty();
    }
}
