package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLambdaVertex;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.samples.Shape;

class Dl4jClassifierTest {

    private static final Shape SIGNAL = Shape.of(2, 6);

    static Stream<Layer> ofSignals() {
        LSTM lstm = new LSTM.Builder().nOut(3).build();
        return Stream.of(
                new LastTimeStep(lstm),
                new LastTimeStep(new SimpleRnn.Builder().nOut(3).dropOut(0.5).build()),
                new LastTimeStep(new LSTM.Builder()
                        .nOut(3)
                        .dropOut(new GaussianNoise(1))
                        .weightNoise(new DropConnect(0.5))
                        .build()),
                new LastTimeStep(new Bidirectional(
                        Bidirectional.Mode.CONCAT,
                        new LSTM.Builder().nOut(3).dropOut(0.5).build())));
    }

    @ParameterizedTest
    @MethodSource("ofSignals")
    void runs_recurrent_layers(Layer layer) {
        check(TestModels.sequential(InputType.recurrent(2, 6), layer), SIGNAL);
    }

    @Test
    void runs_attention() {
        Layer attention = new SelfAttentionLayer.Builder()
                .nOut(4)
                .nHeads(2)
                .projectInput(true)
                .build();

        check(TestModels.sequential(InputType.recurrent(2, 6), attention, pooling()), SIGNAL);
    }

    /** DL4J makes copies of it by its public constructor. */
    public static final class ProductOfTwo extends SameDiffLambdaVertex {

        @Override
        public SDVariable defineVertex(SameDiff sameDiff, VertexInputs inputs) {
            return inputs.getInput(0).mul(inputs.getInput(1));
        }

        @Override
        public InputType getOutputType(int layerIndex, InputType... inputs) {
            return inputs[0];
        }
    }

    @Test
    void runs_a_vertex_defined_by_samediff() {
        ComputationGraph graph = TestModels.initialized(new ComputationGraph(TestModels.builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(4))
                .addLayer("a", dense(), "in")
                .addLayer("b", dense(), "in")
                .addVertex("product", new ProductOfTwo(), "a", "b")
                .addLayer("out", TestModels.output(3), "product")
                .setOutputs("out")
                .build()));

        Comparison.of(graph).isRunByDl4j().logitsEqualOutputs().gradientsEqualDifferences();
    }

    private static Layer dense() {
        return new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build();
    }

    @Test
    void runs_normalization_across_channels() {
        Layer convolution = new ConvolutionLayer.Builder(2, 2)
                .nOut(6)
                .activation(Activation.TANH)
                .build();

        check(
                TestModels.sequential(
                        InputType.convolutional(4, 5, 2),
                        convolution,
                        new LocalResponseNormalization.Builder().build()),
                Shape.of(2, 4, 5));
    }

    @Test
    void runs_normalization_in_a_dense_layer() {
        Layer dense = new DenseLayer.Builder()
                .nOut(5)
                .hasLayerNorm(true)
                .activation(Activation.TANH)
                .build();

        check(TestModels.sequential(InputType.feedForward(4), dense), Shape.of(4));
    }

    @Test
    void runs_frozen_layers_without_cutting_the_gradient_short() {
        check(
                TestModels.sequential(
                        InputType.recurrent(2, 6),
                        new FrozenLayer(new LSTM.Builder().nOut(3).dropOut(0.5).build()),
                        new FrozenLayerWithBackprop(
                                new LSTM.Builder().nOut(3).dropOut(0.5).build()),
                        pooling()),
                SIGNAL);
    }

    @Test
    void leaves_out_dropout_of_every_kind_on_the_way_back() {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.feedForward(4),
                new DenseLayer.Builder()
                        .nOut(5)
                        .hasLayerNorm(true)
                        .dropOut(0.5)
                        .weightNoise(new DropConnect(0.5))
                        .build(),
                new DropoutLayer(0.5),
                new ActivationLayer(Activation.TANH),
                new DenseLayer.Builder().nOut(4).dropOut(new Dropout(0.4)).build());

        check(model, Shape.of(4));
    }

    @Test
    void runs_graphs_with_branches_frozen_and_not() {
        ComputationGraph graph = TestModels.initialized(new ComputationGraph(TestModels.builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.recurrent(2, 6))
                .addLayer("frozen", new FrozenLayer(new LSTM.Builder().nOut(2).build()), "in")
                .addVertex("scaled", new FrozenVertex(new ScaleVertex(1.5)), "frozen")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "scaled", "in", "frozen")
                .addLayer("lstm", new LSTM.Builder().nOut(4).build(), "sum")
                .addVertex("last", new LastTimeStepVertex("in"), "lstm")
                .addLayer("out", TestModels.output(3), "last")
                .setOutputs("out")
                .build()));

        Comparison.of(graph, SIGNAL).isRunByDl4j().logitsEqualOutputs().gradientsEqualDifferences();
    }

    @Test
    void does_not_change_the_model_of_the_user() {
        Layer layer = new LastTimeStep(new LSTM.Builder().nOut(3).dropOut(0.5).build());
        MultiLayerNetwork model = TestModels.sequential(InputType.recurrent(2, 6), layer);
        String before = model.getLayerWiseConfigurations().toJson();

        Dl4j.classifier(model, SIGNAL);

        assertThat(model.getLayerWiseConfigurations().toJson()).isEqualTo(before);
    }

    @Test
    void warns_of_the_layer_that_cannot_be_imported() {
        Layer layer = new LastTimeStep(new LSTM.Builder().name("memory").nOut(3).build());
        MultiLayerNetwork model = TestModels.sequential(InputType.recurrent(2, 6), layer);
        String reason = "layer 0 \"memory\" (LastTimeStep): there is no counterpart for this kind of layer";

        List<String> warnings = new ArrayList<>();
        String description =
                withLogTo(warnings, () -> Dl4j.classifier(model, SIGNAL).toString());

        assertThat(description).isEqualTo("DL4J model run by DL4J itself, since it cannot be imported: " + reason);
        assertThat(warnings)
                .containsExactly("the model is run by DL4J itself, many times slower than an imported one: " + reason);
    }

    /** DL4J's gradient of ELU is that for an alpha of 1. */
    @Test
    void warns_of_gradients_that_are_wrong() {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.recurrent(2, 6),
                new LastTimeStep(new LSTM.Builder().nOut(3).build()),
                new DenseLayer.Builder()
                        .nOut(5)
                        .activation(new ActivationELU(0.1))
                        .build());

        List<String> warnings = new ArrayList<>();
        String description =
                withLogTo(warnings, () -> Dl4j.classifier(model, SIGNAL).toString());

        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(1))
                .startsWith(
                        "the gradients that DL4J computes of the model are wrong, so that attacks are too weak: they"
                                + " are off by ");
        assertThat(description).endsWith("; " + warnings.get(1));
    }

    private static String withLogTo(List<String> messages, Supplier<String> action) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                messages.add(logged.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Dl4j.class.getName());
        logger.addHandler(handler);
        try {
            return action.get();
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void gradients_of_softmax_are_those_of_the_logits() {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.recurrent(2, 6),
                new LastTimeStep(new LSTM.Builder().nOut(3).build()));
        MultiLayerNetwork withSoftmax = model.clone();
        ((OutputLayer) withSoftmax.getLayerWiseConfigurations().getConf(1).getLayer())
                .setActivationFn(Activation.SOFTMAX.getActivationFunction());

        float[] expected = gradients(model);
        float[] actual = gradients(withSoftmax);

        assertThat(actual).isEqualTo(expected);
    }

    private static float[] gradients(MultiLayerNetwork model) {
        float[] gradients = new float[SIGNAL.size()];
        Dl4j.classifier(model, SIGNAL)
                .inputGradients(
                        Comparison.uniform(SIGNAL.size(), "input"),
                        1,
                        (index, logits, cotangent) -> cotangent[1] = 1,
                        new float[3],
                        gradients);
        return gradients;
    }

    @Test
    void a_layer_without_a_gradient_is_refused() {
        MultiLayerNetwork model = new MultiLayerNetwork(TestModels.builder()
                .list()
                .layer(new EmbeddingLayer.Builder().nIn(5).nOut(3).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(3)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        model.init();

        assertThatThrownBy(() -> Dl4j.classifier(model, Shape.of(1)))
                .isInstanceOf(ModelImportException.class)
                .hasMessageContaining("DL4J fails to run the model");
    }

    private static void check(MultiLayerNetwork model, Shape shape) {
        Comparison.of(model, shape).isRunByDl4j().logitsEqualOutputs().gradientsEqualDifferences();
    }

    private static Layer pooling() {
        return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }
}
