package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.samples.Shape;

class InputShapeTest {

    static Stream<Arguments> known() {
        Layer dense = new DenseLayer.Builder().nOut(4).build();
        Layer convolution = new ConvolutionLayer.Builder(3, 3).nOut(2).build();
        return Stream.of(
                Arguments.of(Shape.of(7), InputType.feedForward(7), dense),
                Arguments.of(Shape.of(7), InputType.feedForward(7), new FrozenLayer(dense)),
                Arguments.of(Shape.of(7), InputType.feedForward(7), new BatchNormalization()),
                Arguments.of(Shape.of(7), InputType.feedForward(7), new ActivationLayer(Activation.TANH)),
                Arguments.of(Shape.of(7), InputType.feedForward(7), new DropoutLayer(0.5)),
                Arguments.of(Shape.of(60), InputType.convolutionalFlat(6, 5, 2), convolution),
                Arguments.of(Shape.of(2, 6, 5), InputType.convolutional(6, 5, 2), dense),
                Arguments.of(Shape.of(6, 5, 2), InputType.convolutional(6, 5, 2, CNN2DFormat.NHWC), dense));
    }

    @ParameterizedTest
    @MethodSource("known")
    void is_read_off_the_first_layer_that_accepts_one_alone(Shape shape, InputType inputType, Layer layer) {
        assertThat(Dl4j.classifier(TestModels.sequential(inputType, layer)).inputShape())
                .isEqualTo(shape);
    }

    @Test
    void is_read_off_a_layer_behind_a_vertex_that_keeps_it() {
        ComputationGraph graph = TestModels.initialized(new ComputationGraph(TestModels.builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(5))
                .addVertex("scaled", new ScaleVertex(2), "in")
                .addLayer("out", TestModels.output(3), "scaled")
                .setOutputs("out")
                .build()));

        assertThat(Dl4j.classifier(graph).inputShape()).isEqualTo(Shape.of(5));
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                Arguments.of(
                        InputType.recurrent(2, 9),
                        new Convolution1DLayer.Builder(3).nOut(2).build()),
                Arguments.of(InputType.recurrent(2), new LSTM.Builder().nOut(2).build()));
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void has_to_be_given_where_layers_accept_several(InputType inputType, Layer layer) {
        MultiLayerNetwork model = TestModels.sequential(inputType, layer, new GlobalPoolingLayer.Builder().build());

        assertThatThrownBy(() -> Dl4j.classifier(model))
                .isInstanceOf(ModelImportException.class)
                .hasMessage("the configuration of the model does not tell the shape of its input: layer 0 \"layer0\" ("
                        + layer.getClass().getSimpleName() + ") accepts inputs of several sizes. Give the shape of one"
                        + " input as DL4J takes it, without the batch dimension, as in"
                        + " Dl4j.classifier(model, Shape.of(1, 187)) for signals [C, L] or Shape.of(3, 32, 32) for"
                        + " images [C, H, W]");
        assertThat(Dl4j.classifier(model, Shape.of(2, 9)).inputShape()).isEqualTo(Shape.of(2, 9));
    }

    @Test
    void that_does_not_fit_is_refused() {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.feedForward(7), new DenseLayer.Builder().nOut(4).build());

        assertThatThrownBy(() -> Dl4j.classifier(model, Shape.of(8)))
                .isInstanceOf(ModelImportException.class)
                .hasMessageStartingWith("DL4J cannot run the model on inputs of shape [8]");
    }
}
