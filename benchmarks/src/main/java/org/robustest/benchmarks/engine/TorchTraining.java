package org.robustest.benchmarks.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.robustest.benchmarks.model.BenchmarkModel;
import org.robustest.benchmarks.model.ModelParameters;

/**
 * Training in PyTorch, by Adamax: on the cross-entropy, or on the noise-to-signal regularization of Ma and Liang (2022) by double
 * back-propagation. DJL has it only for all leaves of the graph at once: the first way back computes the gradients of the
 * parameters too, which nobody asks for, so that a step takes longer than it has to.
 */
public final class TorchTraining {

    private static final double LEARNING_RATE = 0.001;
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double ETA = 0.01;
    private static final double BETA = 0.3;

    private final NDManager manager = NDManager.newBaseManager();
    private final TorchModel model;
    private final org.robustest.samples.Shape inputShape;
    private final int classCount;
    private final List<Adamax> updaters = new ArrayList<>();
    private int steps;

    /**
     * Creates a training.
     *
     * @param model the model
     * @param parameters its first parameters
     * @param channelsLast whether the convolutions have the channels last in memory
     */
    public TorchTraining(BenchmarkModel model, ModelParameters parameters, boolean channelsLast) {
        this.model = new TorchModel(model, new TorchLayers(manager, parameters, channelsLast));
        this.inputShape = model.inputShape();
        this.classCount = model.classCount();
        try (NDManager first = manager.newSubManager()) {
            this.model.logits(first.zeros(batchShape(1)));
        }
        this.model.parameters().values().forEach(parameter -> {
            parameter.setRequiresGradient(true);
            updaters.add(
                    new Adamax(parameter, manager.zeros(parameter.getShape()), manager.zeros(parameter.getShape())));
        });
    }

    private Shape batchShape(int count) {
        Shape shape = new Shape(count);
        for (int axis = 0; axis < inputShape.rank(); axis++) {
            shape = shape.add(inputShape.dimension(axis));
        }
        return shape;
    }

    /**
     * Takes a step.
     *
     * @param inputs the inputs {@code [N, C, L]}
     * @param labels the true class of each
     * @param isNsr whether the loss is the noise-to-signal regularization, with β = 0.3, instead of the cross-entropy
     */
    public void step(float[] inputs, long[] labels, boolean isNsr) {
        try (NDManager pass = manager.newSubManager()) {
            gradients(pass, inputs, labels, isNsr);
            update(pass);
        }
    }

    /**
     * Computes the gradients of the noise-to-signal regularization.
     *
     * @param inputs the inputs {@code [N, C, L]}
     * @param labels the true class of each
     * @return the gradients by the names of the parameters, such as {@code first weights}, row-major
     */
    public Map<String, float[]> nsrGradients(float[] inputs, long[] labels) {
        Map<String, float[]> gradients = new TreeMap<>();
        try (NDManager pass = manager.newSubManager()) {
            gradients(pass, inputs, labels, true);
            model.parameters()
                    .forEach((name, parameter) ->
                            gradients.put(name, parameter.getGradient().toFloatArray()));
            clearGradients();
        }
        return gradients;
    }

    private void gradients(NDManager pass, float[] inputs, long[] labels, boolean isNsr) {
        NDArray batch = pass.create(inputs, batchShape(labels.length));
        NDArray classes = pass.create(labels, new Shape(labels.length));
        batch.setRequiresGradient(isNsr);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray logits = model.logits(batch);
            NDArray loss = isNsr
                    ? nsr(batch, logits, classes)
                    : Loss.softmaxCrossEntropyLoss("loss", 1, -1, true, true)
                            .evaluate(new NDList(classes), new NDList(logits));
            collector.backward(loss);
        }
    }

    private NDArray nsr(NDArray batch, NDArray logits, NDArray classes) {
        long count = classes.size();
        NDArray isLabel = classes.oneHot(classCount);
        NDArray signal = logits.mul(isLabel).sum(new int[] {1});
        NDArray v = inputGradient(batch, signal.sum());
        NDArray isCorrect = logits.argMax(1).eq(classes).toType(DataType.FLOAT32, false);
        NDArray length = v.abs().reshape(count, -1).sum(new int[] {1});
        NDArray isRegularized = isCorrect.mul(signal.gt(0).toType(DataType.FLOAT32, false));
        NDArray ratios = length.div(signal.maximum(0).add(ETA)).add(1).log().mul(isRegularized);
        NDArray margins = logits.sub(signal.reshape(count, 1)).add(1);
        NDArray isMargin = margins.gt(0)
                .logicalAnd(margins.lt(2))
                .toType(DataType.FLOAT32, false)
                .mul(isLabel.mul(-1).add(1))
                .mul(isCorrect.reshape(count, 1));
        return logits.sub(isLabel)
                .square()
                .sum()
                .div(count)
                .add(margins.mul(isMargin).sum().div(isMargin.sum().maximum(1)))
                .add(ratios.sum().div(isRegularized.sum().maximum(1)).mul(BETA));
    }

    /** The gradient of a sum, with the graph that it was computed by. */
    private NDArray inputGradient(NDArray batch, NDArray sum) {
        NDArray one = sum.getManager().ones(sum.getShape());
        JniUtils.backward((PtNDArray) sum, (PtNDArray) one, true, true);
        NDArray gradient = batch.getGradient();
        clearGradients();
        return gradient;
    }

    private void clearGradients() {
        model.parameters().values().forEach(parameter -> JniUtils.zeroGrad((PtNDArray) parameter));
    }

    private void update(NDManager pass) {
        steps++;
        double rate = LEARNING_RATE / (1 - Math.pow(BETA_1, steps));
        updaters.forEach(updater -> updater.step(rate, pass));
        clearGradients();
    }

    /** A parameter, the mean of its gradients, and the largest of them. */
    private record Adamax(NDArray parameter, NDArray moment, NDArray largest) {

        void step(double rate, NDManager pass) {
            NDArray gradient = parameter.getGradient();
            gradient.attach(pass);
            moment.muli(BETA_1).addi(gradient.mul(1 - BETA_1));
            NDArray next = largest.mul(BETA_2).maximum(gradient.abs());
            next.attach(pass);
            next.copyTo(largest);
            NDArray change = moment.div(next.add(EPSILON)).mul(rate);
            change.attach(pass);
            parameter.subi(change);
        }
    }
}
