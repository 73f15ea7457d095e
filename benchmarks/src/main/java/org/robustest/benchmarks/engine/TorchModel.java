package org.robustest.benchmarks.engine;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.robustest.benchmarks.model.BenchmarkModel;

/** The models, as they are written for PyTorch. */
final class TorchModel {

    private static final int[] ECG12_CHANNELS = {16, 24, 32, 48, 64};

    private final BenchmarkModel model;
    private final TorchLayers layers;

    TorchModel(BenchmarkModel model, TorchLayers layers) {
        this.model = model;
        this.layers = layers;
    }

    NDArray logits(NDArray batch) {
        return switch (model) {
            case MLP -> mlp(batch);
            case CNN -> cnn(batch);
            case ECG12 -> ecg12(batch);
        };
    }

    /** The parameters, once there have been logits. */
    Map<String, NDArray> parameters() {
        return layers.parameters();
    }

    private NDArray mlp(NDArray batch) {
        NDArray value = batch;
        for (int layer = 0; layer < 3; layer++) {
            value = layers.relu(layers.dense("" + layer, value));
        }
        return layers.dense("4", layers.dense("3", value));
    }

    private NDArray cnn(NDArray batch) {
        NDArray value = layers.convolution("first", 1, 5, 1, layers.signal(batch));
        for (int block = 0; block < 5; block++) {
            NDArray inner = layers.relu(layers.convolution("block" + block + "a", 32, 5, 1, value));
            NDArray outer = layers.convolution("block" + block + "b", 32, 5, 1, inner);
            value = layers.maxPooling(5, 2, layers.relu(outer.add(value)));
        }
        NDArray flat = value.reshape(batch.getShape().get(0), -1);
        return layers.dense("logits", layers.relu(layers.dense("hidden", flat)));
    }

    private NDArray ecg12(NDArray batch) {
        NDArray value = layers.relu(layers.convolution("first", 8, 11, 2, layers.signal(batch)));
        for (int block = 0; block < ECG12_CHANNELS.length; block++) {
            String name = "block" + block;
            int inputs = ECG12_CHANNELS[block];
            int outputs = block + 1 < ECG12_CHANNELS.length ? ECG12_CHANNELS[block + 1] : inputs;
            NDArray inner = layers.relu(layers.convolution(name + "a", inputs, 7, 2, value));
            NDArray outer = layers.convolution(name + "b", outputs, 7, 1, inner);
            value = layers.relu(outer.add(layers.convolution(name + "shortcut", inputs, 1, 2, value)));
        }
        return layers.dense("logits", layers.meanAndMaximum(value));
    }
}
