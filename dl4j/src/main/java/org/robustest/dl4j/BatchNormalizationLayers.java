package org.robustest.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.robustest.layer.BatchNormalization;
import org.robustest.network.Layer;

/** Imports batch normalisation. */
final class BatchNormalizationLayers {

    private BatchNormalizationLayers() {}

    static List<Layer> batchNormalization(
            org.deeplearning4j.nn.conf.layers.BatchNormalization configuration, LayerParameters layer) {
        NormalizationParameters parameters = NormalizationParameters.of(configuration, layer.layer());
        Layer normalization = BatchNormalization.of(
                Batches.floats(parameters.gamma()),
                Batches.floats(parameters.beta()),
                Batches.floats(parameters.mean()),
                Batches.floats(parameters.variance()),
                (float) parameters.epsilon());
        return ChannelsLast.of(configuration.getCnn2DFormat() == CNN2DFormat.NHWC)
                .around(List.of(normalization));
    }
}
