package org.robustest.benchmarks.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;

/**
 * PGD in PyTorch, as it is usually written: the whole batch goes through all steps on the cross-entropy from one random start,
 * and the last point counts.
 */
public final class TorchPgd {

    private static final double STEP = 0.01;

    private final NDManager manager = NDManager.newBaseManager();
    private final TorchModel model;
    private final float[] inputs;
    private final Shape shape;
    private final long[] labels;

    /**
     * Creates the attack.
     *
     * @param model the model
     * @param parameters its parameters
     * @param channelsLast whether the convolutions have the channels last in memory
     * @param inputs the inputs {@code [N, C, L]}, in 0..1
     * @param labels the true class of each
     */
    public TorchPgd(
            BenchmarkModel model, ModelParameters parameters, boolean channelsLast, float[] inputs, long[] labels) {
        this.model = new TorchModel(model, new TorchLayers(manager, parameters, channelsLast));
        this.inputs = inputs.clone();
        this.labels = labels.clone();
        Shape batch = new Shape(labels.length);
        for (int axis = 0; axis < model.inputShape().rank(); axis++) {
            batch = batch.add(model.inputShape().dimension(axis));
        }
        this.shape = batch;
    }

    /**
     * Attacks all inputs.
     *
     * @param epsilon the bound of the perturbation in the L∞ norm
     * @param steps the number of steps of length 0.01
     * @return the share of the inputs whose last point is classified correctly
     */
    public double robustAccuracy(double epsilon, int steps) {
        try (NDManager attack = manager.newSubManager()) {
            NDArray center = attack.create(inputs, shape);
            NDArray low = center.sub(epsilon).maximum(0);
            NDArray high = center.add(epsilon).minimum(1);
            NDArray classes = attack.create(labels, new Shape(labels.length));
            NDArray point = center.add(attack.randomUniform((float) -epsilon, (float) epsilon, shape, DataType.FLOAT32))
                    .maximum(low)
                    .minimum(high);
            for (int step = 0; step < steps; step++) {
                point = step(point, low, high, classes);
            }
            try (NDManager last = attack.newSubManager()) {
                point.attach(last);
                NDArray right = model.logits(point).argMax(1).eq(classes);
                return right.toType(DataType.FLOAT32, false).mean().getFloat();
            }
        }
    }

    private NDArray step(NDArray from, NDArray low, NDArray high, NDArray classes) {
        NDManager attack = low.getManager();
        try (NDManager pass = attack.newSubManager()) {
            NDArray point = from.duplicate();
            point.attach(pass);
            point.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray logits = model.logits(point);
                // Summed: the sign of the gradient of one input does not depend on the others.
                collector.backward(Loss.softmaxCrossEntropyLoss("loss", 1, -1, true, true)
                        .evaluate(new NDList(classes), new NDList(logits))
                        .mul(classes.size()));
            }
            NDArray moved =
                    from.add(point.getGradient().sign().mul(STEP)).maximum(low).minimum(high);
            moved.attach(attack);
            from.close();
            return moved;
        }
    }
}
