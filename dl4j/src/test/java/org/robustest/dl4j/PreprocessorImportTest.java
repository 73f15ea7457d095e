package org.robustest.dl4j;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.samples.Shape;

class PreprocessorImportTest {

    static Stream<InputPreProcessor> ofVectors() {
        return Stream.of(
                new FeedForwardToCnnPreProcessor(3, 2, 2),
                new ComposableInputPreProcessor(
                        new FeedForwardToCnnPreProcessor(2, 3, 2),
                        new CnnToFeedForwardPreProcessor(2, 3, 2),
                        new FeedForwardToCnnPreProcessor(3, 2, 2)));
    }

    @ParameterizedTest
    @MethodSource("ofVectors")
    void from_vectors_to_images(InputPreProcessor preprocessor) {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .list()
                .layer(new ConvolutionLayer.Builder(2, 2)
                        .nIn(2)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build())
                .layer(new DenseLayer.Builder().nIn(6).nOut(3).build())
                .inputPreProcessor(0, preprocessor)
                .inputPreProcessor(1, new CnnToFeedForwardPreProcessor(2, 1, 3))
                .build());
        model.init();
        TestModels.randomize(model.params());

        Comparison.of(model, Shape.of(12)).isImportedExactly();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void from_images_to_vectors(CNN2DFormat format) {
        InputType type = InputType.convolutional(3, 4, 2, format);

        Comparison.of(TestModels.sequential(type, dense(24))).isImportedExactly();
    }

    static Stream<CNN2DFormat> formats() {
        return Stream.of(CNN2DFormat.values());
    }

    @Test
    void from_signals_to_the_vectors_of_each_step_and_back() {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .list()
                .layer(new Convolution1DLayer.Builder(3).nIn(2).nOut(3).build())
                .layer(dense(3))
                .layer(dense(4))
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(dense(4))
                .inputPreProcessor(1, new RnnToFeedForwardPreProcessor())
                .inputPreProcessor(3, new FeedForwardToRnnPreProcessor())
                .build());
        model.init();
        TestModels.randomize(model.params());

        Comparison.of(model, Shape.of(2, 7)).isImportedExactly();
    }

    @Test
    void from_images_to_signals_is_run_by_dl4j() {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .list()
                .layer(new ConvolutionLayer.Builder(2, 2).nIn(2).nOut(3).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new DenseLayer.Builder().nIn(12).nOut(3).build())
                .inputPreProcessor(1, new CnnToRnnPreProcessor(2, 2, 3))
                .build());
        model.init();

        Comparison.of(model, Shape.of(2, 3, 3))
                .isRunByDl4j()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @Test
    void from_vectors_to_signals_of_one_step() {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(5).nOut(3).build())
                .layer(new Convolution1DLayer.Builder(1).nIn(3).nOut(2).build())
                .layer(new DenseLayer.Builder().nIn(2).nOut(3).build())
                .inputPreProcessor(1, new FeedForwardToRnnPreProcessor())
                .inputPreProcessor(2, new RnnToFeedForwardPreProcessor())
                .build());
        model.init();

        Comparison.of(model).isImported().logitsEqualOutputs().gradientsEqualDifferences();
    }

    private static DenseLayer dense(int inputs) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(4)
                .activation(Activation.TANH)
                .build();
    }
}
