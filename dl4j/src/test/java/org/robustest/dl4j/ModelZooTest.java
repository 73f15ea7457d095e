package org.robustest.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;
import org.robustest.samples.Shape;

/** Models as people have them, imported whole. */
class ModelZooTest {

    private static final Activation RELU = Activation.RELU;

    /** LeCun et al., "Gradient-based learning applied to document recognition", 1998, with rectified linear units. */
    private static MultiLayerNetwork leNet() {
        return TestModels.sequential(
                InputType.convolutionalFlat(28, 28, 1),
                new ConvolutionLayer.Builder(5, 5).nOut(6).activation(RELU).build(),
                pooling2D(),
                new ConvolutionLayer.Builder(5, 5).nOut(16).activation(RELU).build(),
                pooling2D(),
                new DenseLayer.Builder().nOut(40).activation(RELU).dropOut(0.5).build(),
                new DenseLayer.Builder().nOut(20).activation(RELU).build());
    }

    private static SubsamplingLayer pooling2D() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    @Test
    void le_net() {
        Comparison.of(leNet())
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences()
                .gradientsEqualThoseOfDl4j();
    }

    @Test
    void le_net_with_its_first_layers_frozen() {
        MultiLayerNetwork frozen = new TransferLearning.Builder(leNet())
                .fineTuneConfiguration(new FineTuneConfiguration.Builder()
                        .updater(new Sgd(0.1))
                        .build())
                .setFeatureExtractor(3)
                .build();

        Comparison.of(frozen).isImported().logitsEqualOutputs().gradientsEqualDifferences();
    }

    /** The network for heart beats of Ma and Liang, 2022. */
    @Test
    void the_convolutional_network_for_heart_beats() {
        GraphBuilder graph = TestModels.builder()
                .graphBuilder()
                .addInputs("beat")
                .setInputTypes(InputType.recurrent(1, 187))
                .addLayer("first", convolution1D(Activation.IDENTITY), "beat");
        String block = "first";
        for (int i = 1; i <= 5; i++) {
            graph.addLayer("convolution a" + i, convolution1D(RELU), block)
                    .addLayer("convolution b" + i, convolution1D(Activation.IDENTITY), "convolution a" + i)
                    .addVertex("sum" + i, new ElementWiseVertex(ElementWiseVertex.Op.Add), "convolution b" + i, block)
                    .addLayer("relu" + i, new ActivationLayer(RELU), "sum" + i)
                    .addLayer(
                            "block" + i,
                            new Subsampling1DLayer.Builder(PoolingType.MAX)
                                    .kernelSize(5)
                                    .stride(2)
                                    .build(),
                            "relu" + i);
            block = "block" + i;
        }
        graph.addVertex("flat", new ReshapeVertex(-1, 64), block)
                .addLayer(
                        "dense",
                        new DenseLayer.Builder().nOut(32).activation(RELU).build(),
                        "flat")
                .addLayer("out", TestModels.output(5), "dense")
                .setOutputs("out");

        Comparison.of(TestModels.initialized(new ComputationGraph(graph.build())), Shape.of(1, 187))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    private static Convolution1DLayer convolution1D(Activation activation) {
        return new Convolution1DLayer.Builder(5, 1, 2)
                .nOut(32)
                .activation(activation)
                .build();
    }

    /** Hochreiter and Schmidhuber, "Long short-term memory", 1997, behind a convolution. */
    @Test
    void a_recurrent_network_is_run_by_dl4j() {
        MultiLayerNetwork model = TestModels.sequential(
                InputType.recurrent(1, 40),
                convolution1D(RELU),
                new LSTM.Builder().nOut(6).build(),
                new LastTimeStep(new LSTM.Builder().nOut(5).build()),
                new DenseLayer.Builder().nOut(4).activation(RELU).build());

        Comparison.of(model, Shape.of(1, 40)).isRunByDl4j().logitsEqualOutputs().gradientsEqualDifferences();
    }

    /** He et al., "Deep residual learning for image recognition", 2016, in little. */
    private static ComputationGraph residualNetwork() {
        GraphBuilder graph = TestModels.builder()
                .graphBuilder()
                .addInputs("image")
                .setInputTypes(InputType.convolutional(12, 12, 3));
        String block = normalized(graph, "first", "image", 4, 1);
        for (int i = 1; i <= 2; i++) {
            String inner = normalized(graph, "a" + i, block, 4 * i, i);
            graph.addLayer("b" + i, convolution2D(4 * i, 1), inner)
                    .addLayer("bn" + i, new BatchNormalization(), "b" + i);
            String shortcut = block;
            if (i == 2) {
                shortcut = normalized(graph, "shortcut" + i, block, 4 * i, i);
            }
            graph.addVertex("sum" + i, new ElementWiseVertex(ElementWiseVertex.Op.Add), "bn" + i, shortcut)
                    .addLayer("block" + i, new ActivationLayer(RELU), "sum" + i);
            block = "block" + i;
        }
        graph.addLayer("pooled", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), block)
                .addLayer("out", TestModels.output(4), "pooled")
                .setOutputs("out");
        return TestModels.initialized(new ComputationGraph(graph.build()));
    }

    private static String normalized(GraphBuilder graph, String name, String input, int channels, int stride) {
        graph.addLayer(name, convolution2D(channels, stride), input)
                .addLayer(name + " normalized", new BatchNormalization(), name)
                .addLayer(name + " relu", new ActivationLayer(RELU), name + " normalized");
        return name + " relu";
    }

    private static ConvolutionLayer convolution2D(int channels, int stride) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(channels)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .build();
    }

    @Test
    void a_residual_network_with_batch_normalization() {
        Comparison.of(residualNetwork(), Shape.of(3, 12, 12))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }

    @Test
    void a_residual_network_of_which_a_part_is_frozen() {
        ComputationGraph frozen = new TransferLearning.GraphBuilder(residualNetwork())
                .fineTuneConfiguration(new FineTuneConfiguration.Builder()
                        .updater(new Sgd(0.1))
                        .build())
                .setFeatureExtractor("block1")
                .build()
                .convertDataType(DataType.DOUBLE);

        Comparison.of(frozen, Shape.of(3, 12, 12))
                .isImported()
                .logitsEqualOutputs()
                .gradientsEqualDifferences();
    }
}
