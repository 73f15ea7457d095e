package org.robustest.training;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.network.Network;
import org.robustest.samples.Shape;

/** Small models to train: for features {@code [N, 6]}, and for signals {@code [N, 1, 12]}; three classes. */
final class Models {

    static final int FEATURES = 6;
    static final int LENGTH = 12;
    static final int CLASSES = 3;

    private Models() {}

    static MultiLayerNetwork mlp(NeuralNetConfiguration.Builder settings, Activation activation) {
        MultiLayerNetwork model = new MultiLayerNetwork(settings.list()
                .layer(new DenseLayer.Builder()
                        .nOut(7)
                        .activation(activation)
                        .biasInit(0.1)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(5)
                        .activation(activation)
                        .biasInit(0.1)
                        .build())
                .layer(output())
                .setInputType(InputType.feedForward(FEATURES))
                .build());
        model.init();
        return model;
    }

    /** The MLP as a network of our own, with the same weights each time. */
    static Network network(Activation activation) {
        return ImportedNetwork.of(mlp(new NeuralNetConfiguration.Builder().seed(5), activation), Shape.of(FEATURES))
                .network();
    }

    /** A convolution with a branch around another one, pooling, and a dense layer. */
    static ComputationGraph graph(NeuralNetConfiguration.Builder settings, Activation activation) {
        ComputationGraph model = new ComputationGraph(settings.graphBuilder()
                .addInputs("signal")
                .addLayer("first", convolution(), "signal")
                .addLayer("second", convolution(), "first")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "first", "second")
                .addLayer(
                        "activation",
                        new ActivationLayer.Builder().activation(activation).build(),
                        "sum")
                .addLayer(
                        "pooling",
                        new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 3, 2).build(),
                        "activation")
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "pooling")
                .addLayer(
                        "dense",
                        new DenseLayer.Builder().nOut(5).activation(activation).build(),
                        "mean")
                .addLayer("output", output(), "dense")
                .setOutputs("output")
                .setInputTypes(InputType.recurrent(1, LENGTH))
                .build());
        model.init();
        return model;
    }

    /** A recurrent layer of three outputs, in both directions, and its mean over time. */
    static MultiLayerNetwork bidirectional(Layer layer) {
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.1))
                .list()
                .layer(new Bidirectional(layer))
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(output())
                .setInputType(InputType.recurrent(1, LENGTH))
                .build());
        model.init();
        return model;
    }

    private static Convolution1DLayer convolution() {
        return new Convolution1DLayer.Builder(3)
                .nOut(4)
                .padding(1)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
