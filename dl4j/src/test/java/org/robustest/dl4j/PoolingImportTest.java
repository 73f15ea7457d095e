package org.robustest.dl4j;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.samples.Shape;

class PoolingImportTest {

    /** A random pooling of values along one axis. */
    record Pooling(
            PoolingType type, ConvolutionMode mode, int length, int kernel, int stride, int padding, boolean counts) {}

    static Stream<Pooling> poolings() {
        SplittableRandom random = new SplittableRandom(2);
        return Stream.of(PoolingType.MAX, PoolingType.AVG)
                .flatMap(type -> Stream.of(ConvolutionMode.values())
                        .flatMap(mode -> Stream.generate(() -> new Pooling(
                                        type,
                                        mode,
                                        10 + random.nextInt(4),
                                        3 + random.nextInt(2),
                                        mode == ConvolutionMode.Strict ? 1 : 1 + random.nextInt(3),
                                        mode == ConvolutionMode.Same ? 0 : random.nextInt(2),
                                        random.nextBoolean()))
                                .limit(3)));
    }

    /** The builder of pooling of signals ignores the type that its constructor takes: what it pools by is said by this one. */
    private static SubsamplingLayer.PoolingType of(PoolingType type) {
        return SubsamplingLayer.PoolingType.valueOf(type.name());
    }

    /** Without padding: DL4J 1.0.0-M2.1 pads the width of 1 that it gives signals, too, and then fails or gives NaN. */
    @ParameterizedTest
    @MethodSource("poolings")
    void of_signals(Pooling pooling) {
        Subsampling1DLayer layer = new Subsampling1DLayer.Builder()
                .poolingType(of(pooling.type()))
                .kernelSize(pooling.kernel())
                .stride(pooling.stride())
                .convolutionMode(pooling.mode())
                .build();
        layer.setAvgPoolIncludePadInDivisor(pooling.counts());

        Comparison.of(
                        TestModels.sequential(InputType.recurrent(2, pooling.length()), layer, global(PoolingType.AVG)),
                        Shape.of(2, pooling.length()))
                .isImportedExactly();
    }

    @ParameterizedTest
    @MethodSource("poolingsOfImages")
    void of_images(Pooling pooling) {
        Layer layer = subsampling(pooling, CNN2DFormat.NCHW);

        Comparison.of(
                        TestModels.sequential(InputType.convolutional(pooling.length(), 7, 2), layer),
                        Shape.of(2, pooling.length(), 7))
                .isImportedExactly();
    }

    @ParameterizedTest
    @MethodSource("poolingsOfImages")
    void of_images_with_channels_last(Pooling pooling) {
        Layer layer = subsampling(pooling, CNN2DFormat.NHWC);

        Comparison.of(
                        TestModels.sequential(InputType.convolutional(pooling.length(), 7, 2, CNN2DFormat.NHWC), layer),
                        Shape.of(pooling.length(), 7, 2))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    /** DL4J has no causal pooling of images. */
    static Stream<Pooling> poolingsOfImages() {
        return poolings().filter(pooling -> pooling.mode() != ConvolutionMode.Causal);
    }

    private static Layer subsampling(Pooling pooling, CNN2DFormat format) {
        SubsamplingLayer layer = new SubsamplingLayer.Builder(pooling.type())
                .kernelSize(pooling.kernel(), 2)
                .stride(pooling.stride(), 1)
                .padding(pooling.padding(), 0)
                .convolutionMode(pooling.mode())
                .dataFormat(format)
                .build();
        layer.setAvgPoolIncludePadInDivisor(pooling.counts());
        return layer;
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolingType.class,
            names = {"MAX", "AVG"})
    void with_gaps_between_the_values_of_a_window(PoolingType type) {
        Layer layer = new SubsamplingLayer.Builder(type)
                .kernelSize(3, 2)
                .stride(2, 1)
                .dilation(2, 3)
                .build();

        Comparison.of(TestModels.sequential(InputType.convolutional(11, 7, 2), layer), Shape.of(2, 11, 7))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @Test
    void by_another_norm_is_run_by_dl4j() {
        Layer layer = new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.PNORM)
                .pnorm(2)
                .kernelSize(2, 2)
                .build();

        Comparison.of(TestModels.sequential(InputType.convolutional(6, 6, 2), layer), Shape.of(2, 6, 6))
                .isRunByDl4j()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolingType.class,
            names = {"MAX", "AVG", "SUM"})
    void over_whole_signals(PoolingType type) {
        Comparison.of(TestModels.sequential(InputType.recurrent(3, 11), global(type)), Shape.of(3, 11))
                .isImportedExactly();
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolingType.class,
            names = {"MAX", "AVG", "SUM"})
    void over_whole_images(PoolingType type) {
        Layer convolution = new ConvolutionLayer.Builder(2, 2).nOut(4).build();

        Comparison.of(
                        TestModels.sequential(InputType.convolutional(6, 5, 2), convolution, global(type)),
                        Shape.of(2, 6, 5))
                .isImportedExactly();
    }

    @ParameterizedTest
    @EnumSource(
            value = PoolingType.class,
            names = {"MAX", "AVG", "SUM"})
    void over_whole_images_with_channels_last(PoolingType type) {
        InputType inputType = InputType.convolutional(6, 5, 2, CNN2DFormat.NHWC);

        Comparison.of(TestModels.sequential(inputType, global(type)), Shape.of(6, 5, 2))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @Test
    void over_whole_signals_by_another_norm_is_run_by_dl4j() {
        Layer pooling =
                new GlobalPoolingLayer.Builder(PoolingType.PNORM).pnorm(2).build();

        Comparison.of(
                        TestModels.sequential(
                                InputType.recurrent(3, 11),
                                pooling,
                                new DenseLayer.Builder().nOut(4).build()),
                        Shape.of(3, 11))
                .isRunByDl4j()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    private static Layer global(PoolingType type) {
        return new GlobalPoolingLayer.Builder(type).build();
    }
}
