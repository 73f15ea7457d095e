package org.robustest.reference.recipe;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.CycleSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.robustest.reference.twelvelead.Diagnosis;
import org.robustest.reference.twelvelead.Preprocessing;
import org.robustest.samples.Shape;

/**
 * A residual network for recordings that a laptop can train: the paper's ResNet-18 for 33,792 samples made smaller, and
 * without normalisation, so that it stays piecewise linear.
 */
final class Cpsc2018Networks {

    /** What the network takes: 8 leads of 2,048 samples. */
    static final Shape SHAPE = Preprocessing.compact().shape();

    private static final double LARGEST_LEARNING_RATE = 3e-3;
    private static final int STEM_CHANNELS = 16;
    private static final int STEM_KERNEL = 11;
    private static final int STEM_STRIDE = 4;
    private static final int KERNEL = 7;
    private static final int[] BLOCK_CHANNELS = {24, 32, 48, 64, 64};

    private Cpsc2018Networks() {}

    /**
     * A convolution of 16 channels and stride 4, five residual blocks that halve the length, mean and maximum over time, and an output
     * layer; for signals {@code [N, 8, 2048]}. Adam with a learning rate that rises to 0.003 and falls again.
     */
    static ComputationGraph residual(long seed, int steps) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .updater(new Adam(new CycleSchedule(
                        ScheduleType.ITERATION,
                        LARGEST_LEARNING_RATE / 10,
                        LARGEST_LEARNING_RATE,
                        Math.max(10, steps),
                        Math.max(10, steps) / 10,
                        0.1)))
                .graphBuilder()
                .addInputs("recording")
                .addLayer(
                        "convolution",
                        convolution(STEM_KERNEL, STEM_CHANNELS, STEM_STRIDE, Activation.RELU, WeightInit.RELU),
                        "recording");
        String value = "convolution";
        for (int block = 0; block < BLOCK_CHANNELS.length; block++) {
            value = addBlock(graph, "block" + (block + 1), value, BLOCK_CHANNELS[block]);
        }
        graph.addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), value)
                .addLayer("maximum", new GlobalPoolingLayer(PoolingType.MAX), value)
                .addVertex("both", new MergeVertex(), "mean", "maximum")
                .addLayer(
                        "classes",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(Diagnosis.values().length)
                                .weightInit(WeightInit.XAVIER)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "both")
                .setOutputs("classes")
                .setInputTypes(InputType.recurrent(SHAPE.dimension(0), SHAPE.dimension(1)));
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }

    /** The last convolution starts at zero, so that at first a block is its way around. */
    private static String addBlock(GraphBuilder graph, String name, String input, int channels) {
        graph.addLayer(name + "-first", convolution(KERNEL, channels, 2, Activation.RELU, WeightInit.RELU), input)
                .addLayer(
                        name + "-second",
                        convolution(KERNEL, channels, 1, Activation.IDENTITY, WeightInit.ZERO),
                        name + "-first")
                .addLayer(name + "-around", convolution(1, channels, 2, Activation.IDENTITY, WeightInit.RELU), input)
                .addVertex(
                        name + "-sum",
                        new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        name + "-second",
                        name + "-around")
                .addLayer(
                        name + "-activation",
                        new ActivationLayer.Builder()
                                .activation(Activation.RELU)
                                .build(),
                        name + "-sum");
        return name + "-activation";
    }

    private static Convolution1DLayer convolution(
            int kernel, int channels, int stride, Activation activation, WeightInit weightInit) {
        return new Convolution1DLayer.Builder(kernel)
                .nOut(channels)
                .stride(stride)
                .padding(kernel / 2)
                .weightInit(weightInit)
                .activation(activation)
                .build();
    }
}
