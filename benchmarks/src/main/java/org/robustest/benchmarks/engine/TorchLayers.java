package org.robustest.benchmarks.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.robustest.benchmarks.model.ModelParameters;

/**
 * Layers of PyTorch with the parameters of a DL4J model: as everyone writes them, or with the channels last in memory, as
 * convolutions of images one value high. In the latter, channels are filled up with zeros to 32 or 64, which is faster and
 * keeps clear of kernels of oneDNN that compute wrong values for 24 and 48 channels.
 */
final class TorchLayers {

    private final NDManager manager;
    private final ModelParameters parameters;
    private final boolean channelsLast;
    private final Map<String, NDArray> arrays = new TreeMap<>();

    TorchLayers(NDManager manager, ModelParameters parameters, boolean channelsLast) {
        this.manager = manager;
        this.parameters = parameters;
        this.channelsLast = channelsLast;
    }

    /** Brings a batch {@code [N, C, L]} into the layout of the convolutions. */
    NDArray signal(NDArray batch) {
        if (!channelsLast) {
            return batch;
        }
        long count = batch.getShape().get(0);
        long channels = batch.getShape().get(1);
        long length = batch.getShape().get(2);
        NDArray last = channels == 1 ? batch : batch.transpose(0, 2, 1).mul(1);
        return last.reshape(count, 1, length, channels).transpose(0, 3, 1, 2);
    }

    NDArray dense(String name, NDArray input) {
        float[] biases = parameters.biases(name);
        NDArray weights = array(name + " weights", () -> {
            float[] values = parameters.weights(name);
            return manager.create(values, new Shape(biases.length, values.length / biases.length));
        });
        return Linear.linear(input, weights, array(name + " biases", () -> manager.create(biases)))
                .singletonOrThrow();
    }

    NDArray convolution(String name, int inputs, int kernel, int stride, NDArray input) {
        NDArray weights = array(name + " weights", () -> kernels(name, inputs, kernel));
        NDArray biases = array(name + " biases", () -> {
            float[] values = parameters.biases(name);
            return manager.create(Arrays.copyOf(values, filled(values.length)));
        });
        return channelsLast
                ? Conv2d.conv2d(input, weights, biases, new Shape(1, stride), new Shape(0, kernel / 2))
                        .singletonOrThrow()
                : Conv1d.conv1d(input, weights, biases, new Shape(stride), new Shape(kernel / 2))
                        .singletonOrThrow();
    }

    private NDArray kernels(String name, int inputs, int kernel) {
        float[] values = parameters.kernels(name);
        int outputs = parameters.biases(name).length;
        if (!channelsLast) {
            return manager.create(values, new Shape(outputs, inputs, kernel));
        }
        float[] padded = new float[filled(outputs) * filled(inputs) * kernel];
        for (int o = 0; o < outputs; o++) {
            System.arraycopy(values, o * inputs * kernel, padded, o * filled(inputs) * kernel, inputs * kernel);
        }
        return manager.create(padded, new Shape(filled(outputs), filled(inputs), 1, kernel));
    }

    private int filled(int channels) {
        return channelsLast && channels > 16 ? (channels + 31) / 32 * 32 : channels;
    }

    /** The parameters that have been used so far, by their names. */
    Map<String, NDArray> parameters() {
        return arrays;
    }

    NDArray relu(NDArray input) {
        return Activation.relu(input);
    }

    NDArray maxPooling(int size, int stride, NDArray input) {
        return channelsLast
                ? Pool.maxPool2d(input, new Shape(1, size), new Shape(1, stride), new Shape(0, 0), false)
                : Pool.maxPool1d(input, new Shape(size), new Shape(stride), new Shape(0), false);
    }

    /** Returns the mean and the maximum of each channel {@code [N, 2C]}. */
    NDArray meanAndMaximum(NDArray input) {
        int[] time = {channelsLast ? 3 : 2};
        long count = input.getShape().get(0);
        return input.mean(time).reshape(count, -1).concat(input.max(time).reshape(count, -1), 1);
    }

    private NDArray array(String name, Supplier<NDArray> creator) {
        return arrays.computeIfAbsent(name, key -> creator.get());
    }
}
