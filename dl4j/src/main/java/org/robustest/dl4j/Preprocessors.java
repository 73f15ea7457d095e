package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.robustest.network.Layer;

/**
 * Imports what stands between two layers.
 *
 * <p>Where DL4J makes a batch of the time steps of each input, a value stays {@code [C, L]} here, and layers on vectors act
 * on each step.
 */
final class Preprocessors {

    private static final Map<Class<?>, Function<InputPreProcessor, List<Layer>>> IMPORTERS = Map.of(
            ComposableInputPreProcessor.class,
            composed -> Arrays.stream(((ComposableInputPreProcessor) composed).getInputPreProcessors())
                    .flatMap(preprocessor -> layers(preprocessor).stream())
                    .toList(),
            RnnToFeedForwardPreProcessor.class,
            steps -> inFormat(((RnnToFeedForwardPreProcessor) steps).getRnnDataFormat()),
            FeedForwardToRnnPreProcessor.class,
            steps -> inFormat(((FeedForwardToRnnPreProcessor) steps).getRnnDataFormat()));

    private Preprocessors() {}

    /**
     * Returns the layers that compute what a preprocessor does to one input.
     *
     * @throws IllegalArgumentException if there are none, with the reason
     */
    static List<Layer> layers(InputPreProcessor preprocessor) {
        Function<InputPreProcessor, List<Layer>> importer = IMPORTERS.get(preprocessor.getClass());
        if (importer == null) {
            throw new IllegalArgumentException("there is no counterpart for the preprocessor "
                    + preprocessor.getClass().getSimpleName());
        }
        return importer.apply(preprocessor);
    }

    private static List<Layer> inFormat(RNNFormat format) {
        return ChannelsLast.of(format == RNNFormat.NWC).around(List.of());
    }
}
