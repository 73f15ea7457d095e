package org.robustest.reference.model;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The reference models that are shipped with their weights. */
public final class ReferenceModels {

    /** What there is to know about the model that {@link #mitBihMlp()} loads. */
    public static final ReferenceModel<MultiLayerNetwork> MIT_BIH_MLP = ReferenceModel.multiLayerNetwork(
            "mitbih-mlp",
            "MLP 187-128-128-128-32-5 for beats of the MIT-BIH Arrhythmia Database, trained by cross-entropy");

    /** What there is to know about the model that {@link #mitBihMlpNsr()} loads. */
    public static final ReferenceModel<MultiLayerNetwork> MIT_BIH_MLP_NSR = ReferenceModel.multiLayerNetwork(
            "mitbih-mlp-nsr",
            "MLP 187-128-128-128-32-5 for beats of the MIT-BIH Arrhythmia Database, trained by the noise-to-signal ratio");

    /** What there is to know about the model that {@link #mitBihCnn()} loads. */
    public static final ReferenceModel<ComputationGraph> MIT_BIH_CNN = ReferenceModel.computationGraph(
            "mitbih-cnn",
            "CNN of eleven convolutions for beats of the MIT-BIH Arrhythmia Database, trained by cross-entropy");

    /** What there is to know about the model that {@link #mitBihCnnNsr()} loads. */
    public static final ReferenceModel<ComputationGraph> MIT_BIH_CNN_NSR = ReferenceModel.computationGraph(
            "mitbih-cnn-nsr",
            "CNN of eleven convolutions for beats of the MIT-BIH Arrhythmia Database, trained by the noise-to-signal ratio");

    /** A model that is not shipped yet: {@code reference-models/models train cpsc2018-residual} makes it. */
    public static final ReferenceModel<ComputationGraph> CPSC2018_RESIDUAL = ReferenceModel.computationGraph(
            "cpsc2018-residual", "residual network of 8 leads for recordings of CPSC2018, trained by cross-entropy");

    /** A model that is not shipped yet: {@code reference-models/models train cpsc2018-residual-nsr} makes it. */
    public static final ReferenceModel<ComputationGraph> CPSC2018_RESIDUAL_NSR = ReferenceModel.computationGraph(
            "cpsc2018-residual-nsr",
            "residual network of 8 leads for recordings of CPSC2018, trained by the noise-to-signal ratio");

    private ReferenceModels() {}

    /**
     * Returns all models that are shipped.
     *
     * @return the models; unmodifiable
     */
    public static List<ReferenceModel<?>> all() {
        return List.of(MIT_BIH_MLP, MIT_BIH_MLP_NSR, MIT_BIH_CNN, MIT_BIH_CNN_NSR);
    }

    /**
     * Loads the MLP for beats: 187-128-128-128-32-5, trained by cross-entropy on the by-beat training part of MIT-BIH.
     *
     * <p>Features are beats {@code [N, 187]} as {@link org.robustest.reference.beats.BeatCutter BeatCutter} cuts them,
     * with values from 0 to 1; outputs are the probabilities {@code [N, 5]} of the classes N, S, V, F, Q.
     *
     * @return a model of its own for every call, without the state of its updater
     */
    public static MultiLayerNetwork mitBihMlp() {
        return MIT_BIH_MLP.load();
    }

    /**
     * Loads the MLP for beats, 187-128-128-128-32-5, trained by the {@linkplain
     * org.robustest.training.NoiseToSignalRatio noise-to-signal ratio} on the by-beat training part of MIT-BIH.
     *
     * @return a model like {@link #mitBihMlp()}, of its own for every call
     */
    public static MultiLayerNetwork mitBihMlpNsr() {
        return MIT_BIH_MLP_NSR.load();
    }

    /**
     * Loads the CNN for beats, trained by cross-entropy on the by-beat training part of MIT-BIH.
     *
     * <p>Features are beats {@code [N, 1, 187]} as {@link org.robustest.reference.beats.BeatCutter BeatCutter} cuts them,
     * with values from 0 to 1; outputs are the probabilities {@code [N, 5]} of the classes N, S, V, F, Q. DL4J does not keep
     * the shape of the input, so give it: {@code Dl4j.classifier(ReferenceModels.mitBihCnn(), BeatCutter.SHAPE)}.
     *
     * @return a model of its own for every call, without the state of its updater
     */
    public static ComputationGraph mitBihCnn() {
        return MIT_BIH_CNN.load();
    }

    /**
     * Loads the CNN for beats, trained by the {@linkplain org.robustest.training.NoiseToSignalRatio noise-to-signal ratio} on
     * the by-beat training part of MIT-BIH.
     *
     * @return a model like {@link #mitBihCnn()}, of its own for every call
     */
    public static ComputationGraph mitBihCnnNsr() {
        return MIT_BIH_CNN_NSR.load();
    }
}
