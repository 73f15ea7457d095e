package org.robustest.training;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.dl4j.ImportedNetwork;

/**
 * What DL4J does in a step, once the gradient is known: the updater with its schedules, clipping, L1 and L2, the constraints,
 * the listeners and the counts, in the order of DL4J's {@code StochasticGradientDescent}.
 */
final class ModelStep {

    private final TrainableModel model;
    private final ImportedNetwork imported;
    private final INDArray flatGradients;
    private final Gradient gradient;

    ModelStep(TrainableModel model, ImportedNetwork imported) {
        model.initGradients();
        this.model = model;
        this.imported = imported;
        this.flatGradients = model.updater().getFlattenedGradientsView();
        this.gradient = new DefaultGradient(flatGradients);
        for (TrainableModel.NamedLayer named : model.layers()) {
            Layer layer = named.layer();
            if (layer.numParams() > 0) {
                layer.conf()
                        .getLayer()
                        .initializer()
                        .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray())
                        .forEach((name, view) -> gradient.setGradientFor(named.name() + "_" + name, view));
            }
        }
    }

    /** Copies the parameters of the model to the network's. */
    void readParameters(List<float[]> parameters) {
        imported.toNetwork(model.model().params().data().asFloat(), parameters);
    }

    /** Copies parameters of the network to the model. */
    void writeParameters(List<float[]> parameters) {
        INDArray ofModel = model.model().params();
        float[] flat = ofModel.data().asFloat();
        imported.toModel(parameters, flat);
        ofModel.assign(Nd4j.createFromArray(flat).reshape(ofModel.shape()));
    }

    /**
     * Takes a step.
     *
     * @param gradients the gradient of the mean over the batch, in the form of the network's parameters
     * @param loss the loss, without L1 and L2
     * @param batchSize the number of samples
     */
    void take(List<float[]> gradients, double loss, int batchSize) {
        model.setScore(loss * (model.settings().isMiniBatch() ? 1 : batchSize) + model.regularization());
        writeGradients(gradients, batchSize);
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
        float[] flat = new float[Math.toIntExact(flatGradients.length())];
        imported.toModel(gradients, flat);
        flatGradients.assign(
                Nd4j.createFromArray(flat).reshape(flatGradients.shape()).muli(batchSize));
    }

    void startEpoch() {
        tell(listener -> listener.onEpochStart(model.model()));
    }

    void endEpoch() {
        tell(listener -> listener.onEpochEnd(model.model()));
        model.endEpoch();
    }

    private void tell(Consumer<TrainingListener> event) {
        Collection<TrainingListener> listeners = model.listeners();
        if (listeners != null) {
            listeners.forEach(event);
        }
    }
}
