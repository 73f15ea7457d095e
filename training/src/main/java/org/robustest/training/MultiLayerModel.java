package org.robustest.training;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.samples.Shape;

/** A {@link MultiLayerNetwork} in training. */
record MultiLayerModel(MultiLayerNetwork model) implements TrainableModel {

    @Override
    public boolean isInitialized() {
        return model.isInitCalled();
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
        return IntStream.range(0, model.getnLayers())
                .mapToObj(i -> new NamedLayer(String.valueOf(i), model.getLayer(i)))
                .toList();
    }

    @Override
    public NeuralNetConfiguration settings() {
        return model.getDefaultConfiguration();
    }

    @Override
    public BaseMultiLayerUpdater<?> updater() {
        return (BaseMultiLayerUpdater<?>) model.getUpdater(true);
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
        model.setInput(inputs);
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
        model.setIterationCount(iteration);
    }

    @Override
    public void setEpoch(int epoch) {
        model.setEpochCount(epoch - 1);
        model.incrementEpochCount();
    }

    @Override
    public String configuration() {
        return TrainableModel.withoutCounts(model.getLayerWiseConfigurations().toJson());
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
