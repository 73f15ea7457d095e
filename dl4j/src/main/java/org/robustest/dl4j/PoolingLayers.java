package org.robustest.dl4j;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.robustest.layer.AveragePooling;
import org.robustest.layer.GlobalPooling;
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
                withoutPast(configuration.getConvolutionMode()),
                configuration.getPadding());
        return pooling(configuration, window);
    }

    /** DL4J pools signals without anything before them, though its causal convolutions have zeros there. */
    private static ConvolutionMode withoutPast(ConvolutionMode mode) {
        return mode == ConvolutionMode.Causal ? ConvolutionMode.Truncate : mode;
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
        Layer pooling = switch (configuration.getPoolingType()) {
            case MAX -> window.place(MaxPooling::of);
            case AVG -> window.place(padded -> AveragePooling.of(padded, configuration.isAvgPoolIncludePadInDivisor()));
            default -> throw noCounterpart(configuration.getPoolingType());
        };
        return ChannelsLast.of(configuration.getCnn2dDataFormat() == CNN2DFormat.NHWC)
                .around(List.of(pooling));
    }

    static List<Layer> global(GlobalPoolingLayer configuration, LayerParameters parameters) {
        if (!configuration.isCollapseDimensions()) {
            throw new IllegalArgumentException("there is no counterpart for global pooling that keeps the dimensions");
        }
        Layer pooling = switch (configuration.getPoolingType()) {
            case MAX -> GlobalPooling.max();
            case AVG -> GlobalPooling.average();
            case SUM -> GlobalPooling.sum();
            default -> throw noCounterpart(configuration.getPoolingType());
        };
        if (isOver(configuration, 1) || isOver(configuration, 1, 2)) {
            return List.of(ChannelsLast.TO_FRONT, pooling);
        }
        if (configuration.getPoolingDimensions() != null && !isOver(configuration, 2) && !isOver(configuration, 2, 3)) {
            throw new IllegalArgumentException("there is no counterpart for pooling over the dimensions "
                    + Arrays.toString(configuration.getPoolingDimensions()));
        }
        return List.of(pooling);
    }

    private static boolean isOver(GlobalPoolingLayer configuration, int... dimensions) {
        return Arrays.equals(configuration.getPoolingDimensions(), dimensions);
    }

    private static IllegalArgumentException noCounterpart(PoolingType type) {
        return new IllegalArgumentException("there is no counterpart for pooling by " + type);
    }
}
