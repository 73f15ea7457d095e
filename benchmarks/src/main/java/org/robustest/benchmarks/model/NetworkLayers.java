package org.robustest.benchmarks.model;

import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.Window;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.network.Network.Value;
import org.robustest.samples.Shape;

/** Adds layers with the parameters of a DL4J model to a network. */
final class NetworkLayers {

    private final Network.Builder builder;
    private final ModelParameters parameters;

    NetworkLayers(Shape inputShape, ModelParameters parameters) {
        this.builder = Network.builder(inputShape);
        this.parameters = parameters;
    }

    Value input() {
        return builder.input();
    }

    Value add(Layer layer, Value... inputs) {
        return builder.add(layer, inputs);
    }

    Value dense(String name, Value input) {
        return add(Dense.of(parameters.weights(name), parameters.biases(name)), input);
    }

    Value convolution(String name, int kernel, int stride, Value input) {
        int[] padding = {kernel / 2};
        Window window = Window.of(kernel).withStride(stride).withPadding(padding, padding);
        return add(Convolution.of(parameters.kernels(name), parameters.biases(name), window), input);
    }

    Value relu(Value input) {
        return add(Activation.of(Activations.relu()), input);
    }

    Value sum(Value first, Value second) {
        return add(LinearCombination.of(1, 1), first, second);
    }

    Network build(Value logits) {
        return builder.build(logits);
    }
}
