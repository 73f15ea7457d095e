package org.robustest.benchmarks.model;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.robustest.layer.MaxPooling;
import org.robustest.layer.Window;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;
import org.robustest.samples.Shape;

/**
 * conv(1 to 32), five blocks of [conv, ReLU, conv, + input of the block, ReLU, max-pool 5 stride 2], dense 64-32, ReLU,
 * dense 32-5; all convolutions with 5 taps.
 */
final class ResidualCnn {

    static final int LENGTH = 187;
    static final int CLASSES = 5;

    private static final int CHANNELS = 32;
    private static final int KERNEL = 5;
    private static final int BLOCKS = 5;
    private static final int FEATURES = 2 * CHANNELS;

    private ResidualCnn() {}

    static Model create() {
        GraphBuilder graph = Layers.network().graphBuilder().addInputs("input");
        graph.addLayer("first", Layers.convolution(1, CHANNELS, KERNEL, 1, Activation.IDENTITY), "input");
        String value = "first";
        for (int block = 0; block < BLOCKS; block++) {
            value = addBlock(graph, "block" + block, value);
        }
        graph.addVertex("flat", new ReshapeVertex(-1, FEATURES), value)
                .addLayer("hidden", Layers.dense(FEATURES, CHANNELS, Activation.RELU), "flat")
                .addLayer("logits", Layers.dense(CHANNELS, CLASSES, Activation.IDENTITY), "hidden")
                .setOutputs("logits");
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }

    private static String addBlock(GraphBuilder graph, String name, String input) {
        graph.addLayer(name + "a", Layers.convolution(CHANNELS, CHANNELS, KERNEL, 1, Activation.RELU), input)
                .addLayer(
                        name + "b", Layers.convolution(CHANNELS, CHANNELS, KERNEL, 1, Activation.IDENTITY), name + "a")
                .addVertex(name + "sum", new ElementWiseVertex(Op.Add), name + "b", input)
                .addLayer(
                        name + "relu",
                        new ActivationLayer.Builder()
                                .activation(Activation.RELU)
                                .build(),
                        name + "sum")
                .addLayer(
                        name,
                        new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, KERNEL, 2)
                                .convolutionMode(ConvolutionMode.Truncate)
                                .build(),
                        name + "relu");
        return name;
    }

    static Network network(ModelParameters parameters) {
        NetworkLayers layers = new NetworkLayers(Shape.of(1, LENGTH), parameters);
        Value value = layers.convolution("first", KERNEL, 1, layers.input());
        for (int block = 0; block < BLOCKS; block++) {
            Value inner = layers.relu(layers.convolution("block" + block + "a", KERNEL, 1, value));
            Value sum = layers.sum(layers.convolution("block" + block + "b", KERNEL, 1, inner), value);
            value = layers.add(MaxPooling.of(Window.of(KERNEL).withStride(2)), layers.relu(sum));
        }
        return layers.build(layers.dense("logits", layers.relu(layers.dense("hidden", value))));
    }
}
