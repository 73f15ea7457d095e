package org.robustest.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.samples.Shape;

/**
 * What DL4J does in a step, once the gradient is known: the updater with its schedules, clipping, L1 and L2, the constraints,
 * the listeners and the counts, in the order of DL4J's {@code StochasticGradientDescent}.
 */
final class ModelStep implements Resumable {

    private final TrainableModel model;
    private final Differentiation differentiation;
    private final INDArray flatGradients;
    private final Gradient gradient;
    private final float[] flat;

    ModelStep(TrainableModel model, Differentiation differentiation) {
        model.initGradients();
        this.model = model;
        this.differentiation = differentiation;
        this.flatGradients = model.updater().getFlattenedGradientsView();
        this.gradient = new DefaultGradient(flatGradients);
        this.flat = new float[Math.toIntExact(flatGradients.length())];
        for (TrainableModel.NamedLayer named : model.layers()) {
            Layer layer = named.layer();
            if (layer.numParams() > 0) {
                layer.conf()
                        .getLayer()
                        .initializer()
                        .getGradientsFromFlattened(named.settings(), layer.getGradientsViewArray())
                        .forEach((name, view) -> gradient.setGradientFor(named.name() + "_" + name, view));
            }
        }
    }

    /** Copies the parameters of the model to arrays of the form that it is differentiated in. */
    void readParameters(List<float[]> parameters) {
        FlatArray.copy(model.model().params(), flat);
        differentiation.fromModel(flat, parameters);
    }

    /** Copies such arrays to the model. */
    void writeParameters(List<float[]> parameters) {
        INDArray ofModel = model.model().params();
        FlatArray.copy(ofModel, flat);
        differentiation.toModel(parameters, flat);
        FlatArray.copy(flat, ofModel);
    }

    /** The parameters of the model, exactly. */
    double[] parameters() {
        return FlatArray.exact(model.model().params());
    }

    void setParameters(double[] parameters) {
        FlatArray.assign(parameters, model.model().params());
    }

    /**
     * Takes a step.
     *
     * @param gradients the gradient of the mean over the batch, in the form of the network's parameters
     * @param loss the loss, without L1 and L2
     * @param batch the samples
     */
    void take(List<float[]> gradients, double loss, TrainingBatch batch) {
        int batchSize = batch.size();
        model.setScore(loss * (model.settings().isMiniBatch() ? 1 : batchSize) + model.regularization());
        writeGradients(gradients, batchSize);
        if (hasListeners()) {
            model.setBatch(inputs(batch), labels(batch));
        }
        tell(listener -> listener.onGradientCalculation(model.model()));
        model.updater().update(gradient, model.iteration(), model.epoch(), batchSize, LayerWorkspaceMgr.noWorkspaces());
        INDArray parameters = model.model().params();
        parameters.subi(flatGradients.reshape(parameters.shape()));
        int iteration = model.iteration();
        tell(listener -> listener.iterationDone(model.model(), iteration, model.epoch()));
        model.setIteration(iteration + 1);
        model.model().applyConstraints(model.iteration(), model.epoch());
    }

    /** DL4J's gradients are sums over the batch; its updater divides them by the size of the batch. */
    private void writeGradients(List<float[]> gradients, int batchSize) {
        Arrays.fill(flat, 0);
        differentiation.toModel(gradients, flat);
        for (int i = 0; i < flat.length; i++) {
            flat[i] *= batchSize;
        }
        FlatArray.copy(flat, flatGradients);
    }

    private static INDArray inputs(TrainingBatch batch) {
        Shape ofOne = batch.classifier().inputShape();
        long[] shape = new long[1 + ofOne.rank()];
        Arrays.setAll(shape, i -> i == 0 ? batch.size() : ofOne.dimension(i - 1));
        return Nd4j.createFromArray(batch.inputs()).reshape(shape);
    }

    private static INDArray labels(TrainingBatch batch) {
        float[][] labels = new float[batch.size()][batch.classifier().classCount()];
        for (int i = 0; i < labels.length; i++) {
            labels[i][batch.label(i)] = 1;
        }
        return Nd4j.createFromArray(labels);
    }

    void startEpoch() {
        tell(listener -> listener.onEpochStart(model.model()));
    }

    void endEpoch() {
        tell(listener -> listener.onEpochEnd(model.model()));
        model.endEpoch();
    }

    @Override
    public void save(State state) {
        state.put("parameters", parameters());
        state.put("updater", updaterState());
        state.put("iteration", model.iteration());
        state.put("epoch", model.epoch());
        state.put("score", model.model().score());
    }

    @Override
    public void restore(State state) {
        setParameters(state.array("parameters"));
        if (updaterState().length > 0) {
            FlatArray.assign(state.array("updater"), model.updater().getStateViewArray());
        }
        model.setIteration((int) state.number("iteration"));
        model.setEpoch((int) state.number("epoch"));
        model.setScore(state.number("score"));
    }

    int iteration() {
        return model.iteration();
    }

    /** The state of the updater; nothing for one that has none. */
    double[] updaterState() {
        INDArray view = model.updater().getStateViewArray();
        return view == null || view.isEmpty() ? new double[0] : FlatArray.exact(view);
    }

    private boolean hasListeners() {
        return model.listeners() != null && !model.listeners().isEmpty();
    }

    private void tell(Consumer<TrainingListener> event) {
        if (hasListeners()) {
            model.listeners().forEach(event);
        }
    }
}
