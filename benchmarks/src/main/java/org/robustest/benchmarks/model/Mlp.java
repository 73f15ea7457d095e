package org.robustest.benchmarks.model;

import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;
import org.robustest.samples.Shape;

/** 187-128-128-128-32-5, ReLU after the first three layers. */
final class Mlp {

    static final int INPUTS = 187;
    static final int CLASSES = 5;

    private Mlp() {}

    static Model create() {
        MultiLayerNetwork network = new MultiLayerNetwork(Layers.network()
                .list()
                .layer(Layers.dense(INPUTS, 128, Activation.RELU))
                .layer(Layers.dense(128, 128, Activation.RELU))
                .layer(Layers.dense(128, 128, Activation.RELU))
                .layer(Layers.dense(128, 32, Activation.IDENTITY))
                .layer(Layers.dense(32, CLASSES, Activation.IDENTITY))
                .build());
        network.init();
        return network;
    }

    static Network network(ModelParameters parameters) {
        NetworkLayers layers = new NetworkLayers(Shape.of(INPUTS), parameters);
        Value value = layers.input();
        for (String hidden : List.of("0", "1", "2")) {
            value = layers.relu(layers.dense(hidden, value));
        }
        return layers.build(layers.dense("4", layers.dense("3", value)));
    }
}
