package org.robustest.dl4j;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.samples.Shape;

class ConvolutionImportTest {

    /** A random convolution of signals. */
    record Signals(ConvolutionMode mode, int channels, int length, int kernel, int stride, int dilation, int padding) {

        Convolution1DLayer.Builder layer() {
            return new Convolution1DLayer.Builder(kernel, stride, padding)
                    .nOut(4)
                    .dilation(dilation)
                    .convolutionMode(mode)
                    .activation(Activation.TANH);
        }
    }

    static Stream<Signals> signals() {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.of(ConvolutionMode.values())
                .flatMap(mode -> Stream.generate(() -> new Signals(
                                mode,
                                1 + random.nextInt(3),
                                16 + random.nextInt(6),
                                2 + random.nextInt(4),
                                mode == ConvolutionMode.Strict ? 1 : 1 + random.nextInt(2),
                                1 + random.nextInt(2),
                                mode == ConvolutionMode.Truncate || mode == ConvolutionMode.Strict
                                        ? random.nextInt(3)
                                        : 0))
                        .limit(3));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void of_signals(Signals signals) {
        InputType type = InputType.recurrent(signals.channels(), signals.length());

        Comparison.of(
                        TestModels.sequential(type, signals.layer().build(), average()),
                        Shape.of(signals.channels(), signals.length()))
                .isImportedExactly();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void of_signals_with_channels_last(Signals signals) {
        InputType type = InputType.recurrent(signals.channels(), signals.length(), RNNFormat.NWC);
        Layer layer = signals.layer().rnnDataFormat(RNNFormat.NWC).build();
        Layer pooling = new GlobalPoolingLayer.Builder(PoolingType.AVG)
                .poolingDimensions(1)
                .build();

        Comparison.of(TestModels.sequential(type, layer, pooling), Shape.of(signals.length(), signals.channels()))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    record Axes(int height, int width) {

        int[] both() {
            return new int[] {height, width};
        }
    }

    /** A random convolution of images. */
    record Images(
            ConvolutionMode mode, int channels, Axes size, Axes kernel, Axes stride, Axes dilation, Axes padding) {

        <T extends ConvolutionLayer.BaseConvBuilder<T>> T configured(T builder) {
            return builder.kernelSize(kernel.both())
                    .stride(stride.both())
                    .dilation(dilation.both())
                    .padding(padding.both())
                    .nOut(4)
                    .convolutionMode(mode)
                    .activation(Activation.TANH);
        }

        InputType type(CNN2DFormat format) {
            return InputType.convolutional(size.height(), size.width(), channels, format);
        }

        Shape shape(CNN2DFormat format) {
            return format == CNN2DFormat.NCHW
                    ? Shape.of(channels, size.height(), size.width())
                    : Shape.of(size.height(), size.width(), channels);
        }
    }

    static Stream<Images> images() {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.of(ConvolutionMode.Truncate, ConvolutionMode.Strict, ConvolutionMode.Same)
                .flatMap(mode -> Stream.generate(() -> new Images(
                                mode,
                                2 + random.nextInt(3),
                                new Axes(8 + random.nextInt(4), 8 + random.nextInt(4)),
                                new Axes(3 + random.nextInt(2), 3 + random.nextInt(2)),
                                mode == ConvolutionMode.Strict
                                        ? new Axes(1, 1)
                                        : new Axes(1 + random.nextInt(3), 1 + random.nextInt(3)),
                                new Axes(1 + random.nextInt(2), 1 + random.nextInt(2)),
                                mode == ConvolutionMode.Same
                                        ? new Axes(0, 0)
                                        : new Axes(random.nextInt(2), random.nextInt(3))))
                        .limit(3));
    }

    @ParameterizedTest
    @MethodSource("images")
    void of_images(Images images) {
        Layer layer = images.configured(new ConvolutionLayer.Builder()).build();

        Comparison.of(TestModels.sequential(images.type(CNN2DFormat.NCHW), layer), images.shape(CNN2DFormat.NCHW))
                .isImportedExactly();
    }

    @ParameterizedTest
    @MethodSource("images")
    void of_images_with_channels_last(Images images) {
        Layer layer = images.configured(new ConvolutionLayer.Builder().dataFormat(CNN2DFormat.NHWC))
                .build();

        Comparison.of(TestModels.sequential(images.type(CNN2DFormat.NHWC), layer), images.shape(CNN2DFormat.NHWC))
                .isImportedExactly();
    }

    @ParameterizedTest
    @EnumSource(ConvolutionMode.class)
    void of_images_without_biases(ConvolutionMode mode) {
        if (mode != ConvolutionMode.Causal) {
            Layer layer = new ConvolutionLayer.Builder(3, 3)
                    .nOut(2)
                    .hasBias(false)
                    .convolutionMode(mode)
                    .build();

            Comparison.of(TestModels.sequential(InputType.convolutional(6, 5, 2), layer), Shape.of(2, 6, 5))
                    .isImportedExactly();
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void of_each_channel_by_itself(Images images) {
        Layer layer = images.configured(new DepthwiseConvolution2D.Builder().depthMultiplier(2))
                .build();

        Comparison.of(TestModels.sequential(images.type(CNN2DFormat.NCHW), layer), images.shape(CNN2DFormat.NCHW))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @ParameterizedTest
    @MethodSource("images")
    void of_each_channel_and_then_across_them(Images images) {
        Layer layer = images.configured(new SeparableConvolution2D.Builder().depthMultiplier(2))
                .build();

        Comparison.of(TestModels.sequential(images.type(CNN2DFormat.NCHW), layer), images.shape(CNN2DFormat.NCHW))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    private static Layer average() {
        return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }
}
