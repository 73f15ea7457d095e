package org.robustest.training;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.samples.Shape;

/** A {@link ComputationGraph} in training. */
record GraphModel(ComputationGraph model) implements TrainableModel {

    @Override
    public boolean isInitialized() {
        return model.getVertices() != null;
    }

    @Override
    public ImportedNetwork imported(Shape inputShape) {
        return ImportedNetwork.of(model, inputShape);
    }

    @Override
    public ModelDerivatives derivatives(Shape inputShape) {
        return ModelDerivatives.of(model, inputShape);
    }

    @Override
    public List<NamedLayer> layers() {
        return Arrays.stream(model.getLayers())
                .map(layer -> new NamedLayer(layer.conf().getLayer().getLayerName(), layer))
                .toList();
    }

    @Override
    public NeuralNetConfiguration settings() {
        return model.getConfiguration().getDefaultConfiguration();
    }

    @Override
    public BaseMultiLayerUpdater<?> updater() {
        return model.getUpdater(true);
    }

    @Override
    public void initGradients() {
        if (model.getFlattenedGradients() == null) {
            model.initGradientsView();
        }
    }

    @Override
    public Collection<TrainingListener> listeners() {
        return model.getListeners();
    }

    @Override
    public void setBatch(INDArray inputs, INDArray labels) {
        model.setInputs(inputs);
        model.setLabels(labels);
    }

    @Override
    public int iteration() {
        return model.getIterationCount();
    }

    @Override
    public int epoch() {
        return model.getEpochCount();
    }

    @Override
    public void setIteration(int iteration) {
        model.getConfiguration().setIterationCount(iteration);
    }

    @Override
    public void setEpoch(int epoch) {
        model.getConfiguration().setEpochCount(epoch - 1);
        model.incrementEpochCount();
    }

    @Override
    public String configuration() {
        return TrainableModel.withoutCounts(model.getConfiguration().toJson());
    }

    @Override
    public void endEpoch() {
        model.incrementEpochCount();
    }

    @Override
    public void setScore(double score) {
        model.setScore(score);
    }

    @Override
    public double regularization() {
        return model.calcRegularizationScore(true);
    }
}
