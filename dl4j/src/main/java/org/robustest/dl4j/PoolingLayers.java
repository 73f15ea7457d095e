package org.robustest.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.robustest.layer.MaxPooling;
import org.robustest.network.Layer;

/** Imports pooling. */
final class PoolingLayers {

    private PoolingLayers() {}

    static List<Layer> ofSignals(Subsampling1DLayer configuration, LayerParameters parameters) {
        PaddedWindow window = PaddedWindow.ofSignals(
                configuration.getKernelSize(),
                configuration.getStride(),
                configuration.getDilation(),
                configuration.getConvolutionMode(),
                configuration.getPadding());
        return pooling(configuration, window);
    }

    static List<Layer> ofImages(SubsamplingLayer configuration, LayerParameters parameters) {
        PaddedWindow window = PaddedWindow.ofImages(
                configuration.getKernelSize(),
                configuration.getStride(),
                configuration.getDilation(),
                configuration.getConvolutionMode(),
                configuration.getPadding());
        return pooling(configuration, window);
    }

    private static List<Layer> pooling(SubsamplingLayer configuration, PaddedWindow window) {
        if (configuration.getPoolingType() != PoolingType.MAX) {
            throw new IllegalArgumentException(
                    "there is no counterpart for pooling by " + configuration.getPoolingType());
        }
        return ChannelsLast.of(configuration.getCnn2dDataFormat() == CNN2DFormat.NHWC)
                .around(List.of(window.place(MaxPooling::of)));
    }
}
