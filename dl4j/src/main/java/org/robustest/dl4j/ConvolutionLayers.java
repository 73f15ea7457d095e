package org.robustest.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.layer.Convolution;
import org.robustest.layer.Window;
import org.robustest.network.Layer;

/** Imports convolutions. DL4J's weights are {@code [out, in, kernel...]} where nothing else is said. */
final class ConvolutionLayers {

    private static final String WEIGHTS = "W";
    private static final String POINTWISE_WEIGHTS = "pW";

    private ConvolutionLayers() {}

    static List<Layer> ofSignals(Convolution1DLayer configuration, LayerParameters parameters) {
        PaddedWindow window = PaddedWindow.ofSignals(
                configuration.getKernelSize(),
                configuration.getStride(),
                configuration.getDilation(),
                configuration.getConvolutionMode(),
                configuration.getPadding());
        float[] biases = parameters.biases(parameters.size(WEIGHTS, 0));
        Layer convolution = convolution(window, signalWeights(parameters), biases);
        return ChannelsLast.of(configuration.getRnnDataFormat() == RNNFormat.NWC)
                .around(DenseLayers.followed(List.of(convolution), configuration.getActivationFn(), parameters));
    }

    /** DL4J declares {@code [out, in, kernel, 1]}, but takes the same memory for {@code [kernel, in, out]}. */
    private static float[] signalWeights(LayerParameters parameters) {
        INDArray declared = parameters.array(WEIGHTS);
        return Batches.floats(
                declared.reshape(declared.ordering(), declared.size(2), declared.size(1), declared.size(0))
                        .permute(2, 1, 0));
    }

    static List<Layer> ofImages(ConvolutionLayer configuration, LayerParameters parameters) {
        float[] biases = parameters.biases(parameters.size(WEIGHTS, 0));
        Layer convolution = convolution(window(configuration), parameters.values(WEIGHTS), biases);
        return image(configuration, List.of(convolution), parameters);
    }

    /** DL4J's weights are {@code [kernel..., in, m]}. */
    static List<Layer> depthwise(DepthwiseConvolution2D configuration, LayerParameters parameters) {
        INDArray weights = parameters.array(WEIGHTS).permute(3, 2, 0, 1);
        float[] biases = parameters.biases(Math.toIntExact(weights.size(0) * weights.size(1)));
        Layer convolution = convolution(window(configuration), blocks(weights), biases);
        return image(configuration, List.of(convolution), parameters);
    }

    /** DL4J's weights are {@code [m, in, kernel...]}, and then {@code [out, in * m, 1, 1]}. */
    static List<Layer> separable(SeparableConvolution2D configuration, LayerParameters parameters) {
        INDArray weights = parameters.array(WEIGHTS);
        float[] zeros = new float[Math.toIntExact(weights.size(0) * weights.size(1))];
        float[] biases = parameters.biases(parameters.size(POINTWISE_WEIGHTS, 0));
        Layer pointwise = Convolution.of(parameters.values(POINTWISE_WEIGHTS), biases, Window.of(1, 1));
        Layer depthwise = convolution(window(configuration), blocks(weights), zeros);
        return image(configuration, List.of(depthwise, pointwise), parameters);
    }

    private static List<Layer> image(ConvolutionLayer configuration, List<Layer> layers, LayerParameters parameters) {
        return ChannelsLast.of(configuration.getCnn2dDataFormat() == CNN2DFormat.NHWC)
                .around(DenseLayers.followed(layers, configuration.getActivationFn(), parameters));
    }

    private static Layer convolution(PaddedWindow window, float[] weights, float[] biases) {
        return window.place(padded -> Convolution.of(weights, biases, padded));
    }

    private static PaddedWindow window(ConvolutionLayer configuration) {
        return PaddedWindow.ofImages(
                configuration.getKernelSize(),
                configuration.getStride(),
                configuration.getDilation(),
                configuration.getConvolutionMode(),
                configuration.getPadding());
    }

    /**
     * The weights {@code [m, in, kernel...]} of a convolution of each channel by itself, as those of a full one: its output
     * channels are m for the first input channel, then m for the next.
     */
    private static float[] blocks(INDArray separate) {
        int multiplier = Math.toIntExact(separate.size(0));
        int channels = Math.toIntExact(separate.size(1));
        int kernel = Math.toIntExact(separate.size(2) * separate.size(3));
        float[] weights = Batches.floats(separate);
        float[] blocks = new float[channels * multiplier * channels * kernel];
        for (int channel = 0; channel < channels; channel++) {
            for (int m = 0; m < multiplier; m++) {
                int from = (m * channels + channel) * kernel;
                int to = ((channel * multiplier + m) * channels + channel) * kernel;
                System.arraycopy(weights, from, blocks, to, kernel);
            }
        }
        return blocks;
    }
}
