package org.robustest.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.samples.Shape;

class BatchNormalizationImportTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_vectors(boolean useLogStd) {
        check(TestModels.sequential(
                InputType.feedForward(6), new DenseLayer.Builder().nOut(5).build(), layer(useLogStd)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "2, 0", "1, 0.5"})
    void of_vectors_with_fixed_parameters(double gamma, double beta) {
        BatchNormalization layer =
                new BatchNormalization.Builder(gamma, beta, true).eps(1e-3).build();

        check(TestModels.sequential(
                InputType.feedForward(6), new DenseLayer.Builder().nOut(5).build(), layer));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_images(boolean useLogStd) {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.convolutional(5, 6, 2),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build(),
                layer(useLogStd));

        Comparison.of(model, Shape.of(2, 5, 6))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_images_with_channels_last(boolean useLogStd) {
        BatchNormalization layer = new BatchNormalization.Builder()
                .useLogStd(useLogStd)
                .dataFormat(CNN2DFormat.NHWC)
                .build();

        Comparison.of(
                        TestModels.sequential(
                                InputType.convolutional(5, 6, 2, CNN2DFormat.NHWC),
                                new ConvolutionLayer.Builder(3, 3)
                                        .nOut(4)
                                        .dataFormat(CNN2DFormat.NHWC)
                                        .build(),
                                layer),
                        Shape.of(5, 6, 2))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keeps_its_statistics_in_a_model_that_is_run_by_dl4j(boolean ofImages) {
        DenseLayer withoutCounterpart =
                new DenseLayer.Builder().nOut(5).activation(Activation.SOFTMAX).build();
        MultiLayerNetwork model = ofImages
                ? TestModels.sequential(
                        InputType.convolutional(5, 6, 2),
                        new ConvolutionLayer.Builder(3, 3).nOut(4).build(),
                        layer(true),
                        withoutCounterpart)
                : TestModels.sequential(InputType.feedForward(6), withoutCounterpart, layer(false));

        Comparison.of(model, ofImages ? Shape.of(2, 5, 6) : Shape.of(6))
                .isRunByDl4j()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    private static void check(MultiLayerNetwork model) {
        Comparison.of(model).isImported().logitsEqualOutputs().gradientsEqualDifferences();
    }

    private static BatchNormalization layer(boolean useLogStd) {
        return new BatchNormalization.Builder().useLogStd(useLogStd).build();
    }
}
