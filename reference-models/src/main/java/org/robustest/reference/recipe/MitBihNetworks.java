package org.robustest.reference.recipe;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.reference.beats.BeatClass;
import org.robustest.reference.beats.BeatCutter;

/** The networks of Ma and Liang (arXiv:2110.09759) for beats, untrained. */
final class MitBihNetworks {

    private static final int MLP_WIDTH = 128;
    private static final int LAST_HIDDEN = 32;
    private static final int CHANNELS = 32;
    private static final int KERNEL = 5;
    private static final int BLOCKS = 5;
    private static final int POOLING_STRIDE = 2;

    /** What the blocks leave of 187 values: 92, 44, 20, 8, 2. */
    private static final int LAST_LENGTH = 2;

    private MitBihNetworks() {}

    /** 187-128-128-128-32-5; ReLU after the first three layers, none after the one of 32; for features {@code [N, 187]}. */
    static MultiLayerNetwork mlp(long seed, IUpdater updater) {
        MultiLayerNetwork network = new MultiLayerNetwork(settings(seed, updater)
                .list()
                .layer(dense(MLP_WIDTH, Activation.RELU))
                .layer(dense(MLP_WIDTH, Activation.RELU))
                .layer(dense(MLP_WIDTH, Activation.RELU))
                .layer(dense(LAST_HIDDEN, Activation.IDENTITY))
                .layer(output())
                .setInputType(InputType.feedForward(BeatCutter.LENGTH))
                .build());
        network.init();
        return network;
    }

    /**
     * A convolution of 32 channels, five blocks of two convolutions with a branch around them and max-pooling, and a dense
     * layer of 32; for signals {@code [N, 1, 187]}.
     */
    static ComputationGraph cnn(long seed, IUpdater updater) {
        GraphBuilder graph = settings(seed, updater).graphBuilder().addInputs("beat");
        graph.addLayer("convolution", convolution(Activation.IDENTITY), "beat");
        String value = "convolution";
        for (int block = 1; block <= BLOCKS; block++) {
            value = addBlock(graph, "block" + block, value);
        }
        graph.addVertex("flat", new ReshapeVertex(-1, CHANNELS * LAST_LENGTH), value)
                .addLayer("dense", dense(LAST_HIDDEN, Activation.RELU), "flat")
                .addLayer("classes", output(), "dense")
                .setOutputs("classes")
                .setInputTypes(InputType.recurrent(1, BeatCutter.LENGTH));
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }

    private static String addBlock(GraphBuilder graph, String name, String input) {
        graph.addLayer(name + "-first", convolution(Activation.RELU), input)
                .addLayer(name + "-second", convolution(Activation.IDENTITY), name + "-first")
                .addVertex(name + "-sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), name + "-second", input)
                .addLayer(
                        name + "-activation",
                        new ActivationLayer.Builder()
                                .activation(Activation.RELU)
                                .build(),
                        name + "-sum")
                .addLayer(
                        name + "-pooling",
                        new Subsampling1DLayer.Builder(PoolingType.MAX, KERNEL, POOLING_STRIDE).build(),
                        name + "-activation");
        return name + "-pooling";
    }

    private static NeuralNetConfiguration.Builder settings(long seed, IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER)
                .updater(updater);
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    private static Convolution1DLayer convolution(Activation activation) {
        return new Convolution1DLayer.Builder(KERNEL)
                .nOut(CHANNELS)
                .padding(KERNEL / 2)
                .activation(activation)
                .build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(BeatClass.values().length)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
