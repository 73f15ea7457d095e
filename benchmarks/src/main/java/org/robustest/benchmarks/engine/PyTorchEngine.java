package org.robustest.benchmarks.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;

/** PyTorch in eager mode, through DJL. */
final class PyTorchEngine implements GradientEngine {

    private final NDManager manager = NDManager.newBaseManager();
    private final TorchModel model;
    private final org.robustest.samples.Shape inputShape;
    private final int classCount;

    PyTorchEngine(BenchmarkModel model, ModelParameters parameters, boolean channelsLast) {
        this.model = new TorchModel(model, new TorchLayers(manager, parameters, channelsLast));
        this.inputShape = model.inputShape();
        this.classCount = model.classCount();
    }

    @Override
    public float[] gradients(float[] inputs, int count) {
        Shape shape = new Shape(count);
        for (int axis = 0; axis < inputShape.rank(); axis++) {
            shape = shape.add(inputShape.dimension(axis));
        }
        try (NDManager pass = manager.newSubManager()) {
            NDArray batch = pass.create(inputs, shape);
            NDArray cotangent = pass.create(OneHot.cotangents(count, classCount), new Shape(count, classCount));
            batch.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                collector.backward(model.logits(batch).mul(cotangent).sum());
            }
            return batch.getGradient().toFloatArray();
        }
    }
}
