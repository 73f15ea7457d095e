package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.layer.Rearrangement;
import org.robustest.network.Layer;
import org.robustest.samples.Shape;

/**
 * Imports what stands between two layers.
 *
 * <p>Where DL4J makes a batch of the time steps of each input, a value stays {@code [C, L]} here, and layers on vectors act
 * on each step. Any other preprocessor is asked where its values come from.
 */
final class Preprocessors {

    private static final Map<Class<?>, Function<InputPreProcessor, List<Layer>>> IMPORTERS = Map.of(
            ComposableInputPreProcessor.class,
            composed -> Arrays.stream(((ComposableInputPreProcessor) composed).getInputPreProcessors())
                    .flatMap(preprocessor -> layers(preprocessor).stream())
                    .toList(),
            RnnToFeedForwardPreProcessor.class,
            steps -> isChannelsLast(((RnnToFeedForwardPreProcessor) steps).getRnnDataFormat())
                    ? List.of(ChannelsLast.TO_FRONT)
                    : List.of(),
            FeedForwardToRnnPreProcessor.class,
            steps -> isChannelsLast(((FeedForwardToRnnPreProcessor) steps).getRnnDataFormat())
                    ? List.of(withSteps(), ChannelsLast.TO_BACK)
                    : List.of(withSteps()),
            CnnToRnnPreProcessor.class,
            Preprocessors::noCounterpart,
            RnnToCnnPreProcessor.class,
            Preprocessors::noCounterpart);

    private Preprocessors() {}

    /**
     * Returns the layers that compute what a preprocessor does to one input.
     *
     * @throws IllegalArgumentException if there are none, with the reason
     */
    static List<Layer> layers(InputPreProcessor preprocessor) {
        return IMPORTERS
                .getOrDefault(preprocessor.getClass(), Preprocessors::rearrangement)
                .apply(preprocessor);
    }

    private static boolean isChannelsLast(RNNFormat format) {
        return format == RNNFormat.NWC;
    }

    /** A vector as a signal of one step. */
    private static Layer withSteps() {
        return inputs -> {
            Shape shape = inputs.get(0);
            Shape signal = shape.rank() == 1 ? Shape.of(shape.size(), 1) : shape;
            return Rearrangement.reshape(signal).place(inputs);
        };
    }

    private static List<Layer> noCounterpart(InputPreProcessor preprocessor) {
        throw new IllegalArgumentException("there is no counterpart for the preprocessor "
                + preprocessor.getClass().getSimpleName());
    }

    private static List<Layer> rearrangement(InputPreProcessor preprocessor) {
        return List.of(inputs -> sources(preprocessor, inputs.get(0)).place(inputs));
    }

    private static Layer sources(InputPreProcessor preprocessor, Shape shape) {
        INDArray numbered = Nd4j.arange(shape.size()).castTo(DataType.DOUBLE);
        double[] scattered = numbered.mul(numbered).addi(0.5).data().asDouble();
        INDArray output = preprocess(preprocessor, numbered, shape);
        double[] values = output.data().asDouble();
        int[] source = Arrays.stream(values).mapToInt(value -> (int) value).toArray();
        double[] expected = Arrays.stream(source)
                .mapToDouble(i -> i >= 0 && i < scattered.length ? scattered[i] : Double.NaN)
                .toArray();
        INDArray check = preprocess(preprocessor, Nd4j.createFromArray(scattered), shape);
        if (output.size(0) != 1 || !Arrays.equals(expected, check.data().asDouble())) {
            noCounterpart(preprocessor);
        }
        int[] dimensions =
                Arrays.stream(output.shape()).skip(1).mapToInt(Math::toIntExact).toArray();
        return Rearrangement.of(Shape.of(dimensions), source);
    }

    private static INDArray preprocess(InputPreProcessor preprocessor, INDArray values, Shape shape) {
        try {
            return preprocessor
                    .preProcess(
                            values.dup().reshape('c', Batches.dimensions(1, shape)),
                            1,
                            LayerWorkspaceMgr.noWorkspaces())
                    .dup('c');
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    preprocessor.getClass().getSimpleName() + " does not accept an input of shape " + shape, e);
        }
    }
}
