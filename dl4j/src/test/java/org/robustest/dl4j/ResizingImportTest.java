package org.robustest.dl4j;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.samples.Shape;

class ResizingImportTest {

    static Stream<Layer> ofSignals() {
        return Stream.of(
                new ZeroPadding1DLayer.Builder(2, 1).build(),
                new Cropping1D.Builder(1, 2).build(),
                new Upsampling1D.Builder(3).build());
    }

    @ParameterizedTest
    @MethodSource("ofSignals")
    void of_signals(Layer layer) {
        Layer convolution = new Convolution1DLayer.Builder(3)
                .nOut(3)
                .activation(Activation.TANH)
                .build();
        Layer pooling = new GlobalPoolingLayer.Builder(PoolingType.AVG).build();

        Comparison.of(TestModels.sequential(InputType.recurrent(2, 9), layer, convolution, pooling), Shape.of(2, 9))
                .isImportedExactly();
    }

    static Stream<Layer> ofImages() {
        return Stream.of(
                new ZeroPaddingLayer.Builder(2, 1, 0, 3).build(),
                new Cropping2D.Builder(1, 2, 0, 1).build(),
                new Upsampling2D.Builder(2).build(),
                new Upsampling2D.Builder().size(new int[] {2, 3}).build());
    }

    @ParameterizedTest
    @MethodSource("ofImages")
    void of_images(Layer layer) {
        Layer convolution = new ConvolutionLayer.Builder(2, 2)
                .nOut(3)
                .activation(Activation.TANH)
                .build();

        Comparison.of(TestModels.sequential(InputType.convolutional(5, 6, 2), layer, convolution), Shape.of(2, 5, 6))
                .isImportedExactly();
    }

    static Stream<Layer> ofImagesWithChannelsLast() {
        return Stream.of(
                new ZeroPaddingLayer.Builder(2, 1, 0, 3)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build(),
                new Cropping2D.Builder(1, 2, 0, 1).dataFormat(CNN2DFormat.NHWC).build(),
                new Upsampling2D.Builder(2).dataFormat(CNN2DFormat.NHWC).build());
    }

    @ParameterizedTest
    @MethodSource("ofImagesWithChannelsLast")
    void of_images_with_channels_last(Layer layer) {
        Comparison.of(
                        TestModels.sequential(InputType.convolutional(5, 6, 2, CNN2DFormat.NHWC), layer),
                        Shape.of(5, 6, 2))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }
}
