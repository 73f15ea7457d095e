package org.robustest.benchmarks.model;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.robustest.layer.GlobalPooling;
import org.robustest.layer.Merge;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;
import org.robustest.samples.Shape;

/**
 * conv(8 to 16, 11 taps, stride 2), ReLU, five blocks of two convolutions of 7 taps, the first with stride 2, beside a
 * convolution of 1 tap and stride 2, each block followed by ReLU; mean and maximum over time, dense 128-9.
 *
 * <p>The eight leads are those that the other four of twelve are linear combinations of.
 */
final class TwelveLeadResNet {

    static final int LEADS = 8;
    static final int LENGTH = 3750;
    static final int CLASSES = 9;

    private static final int[] CHANNELS = {16, 24, 32, 48, 64, 64};
    private static final int FIRST_KERNEL = 11;
    private static final int KERNEL = 7;

    private TwelveLeadResNet() {}

    static Model create() {
        GraphBuilder graph = Layers.network().graphBuilder().addInputs("input");
        graph.addLayer("first", Layers.convolution(LEADS, CHANNELS[0], FIRST_KERNEL, 2, Activation.RELU), "input");
        String value = "first";
        for (int block = 0; block < CHANNELS.length - 1; block++) {
            value = addBlock(graph, "block" + block, value, CHANNELS[block], CHANNELS[block + 1]);
        }
        int last = CHANNELS[CHANNELS.length - 1];
        graph.addLayer("mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), value)
                .addLayer("max", new GlobalPoolingLayer.Builder(PoolingType.MAX).build(), value)
                .addVertex("features", new MergeVertex(), "mean", "max")
                .addLayer("logits", Layers.dense(2 * last, CLASSES, Activation.IDENTITY), "features")
                .setOutputs("logits");
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }

    private static String addBlock(GraphBuilder graph, String name, String input, int inputs, int outputs) {
        graph.addLayer(name + "a", Layers.convolution(inputs, outputs, KERNEL, 2, Activation.RELU), input)
                .addLayer(name + "b", Layers.convolution(outputs, outputs, KERNEL, 1, Activation.IDENTITY), name + "a")
                .addLayer(name + "shortcut", Layers.convolution(inputs, outputs, 1, 2, Activation.IDENTITY), input)
                .addVertex(name + "sum", new ElementWiseVertex(Op.Add), name + "b", name + "shortcut")
                .addLayer(
                        name,
                        new ActivationLayer.Builder()
                                .activation(Activation.RELU)
                                .build(),
                        name + "sum");
        return name;
    }

    static Network network(ModelParameters parameters) {
        NetworkLayers layers = new NetworkLayers(Shape.of(LEADS, LENGTH), parameters);
        Value value = layers.relu(layers.convolution("first", FIRST_KERNEL, 2, layers.input()));
        for (int block = 0; block < CHANNELS.length - 1; block++) {
            String name = "block" + block;
            Value inner = layers.relu(layers.convolution(name + "a", KERNEL, 2, value));
            Value shortcut = layers.convolution(name + "shortcut", 1, 2, value);
            value = layers.relu(layers.sum(layers.convolution(name + "b", KERNEL, 1, inner), shortcut));
        }
        Value features = layers.add(
                Merge.alongChannels(),
                layers.add(GlobalPooling.average(), value),
                layers.add(GlobalPooling.max(), value));
        return layers.build(layers.dense("logits", features));
    }
}
