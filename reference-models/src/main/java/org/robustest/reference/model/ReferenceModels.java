package org.robustest.reference.model;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.robustest.dl4j.Dl4j;
import org.robustest.reference.beats.BeatClass;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.twelvelead.Diagnosis;
import org.robustest.reference.twelvelead.Preprocessing;
import org.robustest.samples.InputRange;

/**
 * The reference models: networks for both data sets of Ma and Liang (arXiv:2110.09759), each trained in several ways.
 *
 * <pre>{@code
 * DifferentiableClassifier model = ReferenceModels.mitBihCnn(NSR).classifier();
 * }</pre>
 */
public final class ReferenceModels {

    private static final List<Split> BEATS = List.of(Split.BY_BEAT, Split.INTER_PATIENT);
    private static final List<Split> FOLDS =
            List.of(Split.FIRST_FOLD, Split.SECOND_FOLD, Split.THIRD_FOLD, Split.FOURTH_FOLD, Split.FIFTH_FOLD);
    private static final InputRange UNIT = new InputRange(0, 1);
    private static final String BEAT = "a beat as BeatCutter cuts it: 125 Hz, scaled to 0..1 with its ten seconds";

    private static final Architecture<MultiLayerNetwork> MLP = new Architecture<>(
            "mitbih-mlp",
            "MLP 187-128-128-128-32-5 for beats of the MIT-BIH Arrhythmia Database",
            BeatCutter.SHAPE,
            UNIT,
            BeatClass.names(),
            BEAT,
            BEATS,
            weights -> ModelSerializer.restoreMultiLayerNetwork(weights, false),
            Dl4j::classifier);

    private static final Architecture<ComputationGraph> CNN = new Architecture<>(
            "mitbih-cnn",
            "CNN of eleven convolutions for beats of the MIT-BIH Arrhythmia Database",
            BeatCutter.SHAPE,
            UNIT,
            BeatClass.names(),
            BEAT,
            BEATS,
            weights -> ModelSerializer.restoreComputationGraph(weights, false),
            network -> Dl4j.classifier(network, BeatCutter.SHAPE));

    private static final Architecture<ComputationGraph> RESIDUAL = new Architecture<>(
            "cpsc2018-residual",
            "residual network of 8 leads for recordings of CPSC2018",
            Preprocessing.compact().shape(),
            new InputRange(-1, 1),
            Diagnosis.names(),
            "a recording by Preprocessing.compact(): leads I, II, V1..V6, 125 Hz, without median, scaled to -1..1, 2,048 values",
            FOLDS,
            weights -> ModelSerializer.restoreComputationGraph(weights, false),
            network -> Dl4j.classifier(network, Preprocessing.compact().shape()));

    private ReferenceModels() {}

    /**
     * Returns all models, whether their weights are shipped or not, each of its usual split.
     *
     * @return the models; unmodifiable
     */
    public static List<ReferenceModel<?>> all() {
        List<ReferenceModel<?>> all = new ArrayList<>();
        for (TrainingMethod method : TrainingMethod.values()) {
            all.add(mitBihMlp(method));
        }
        for (TrainingMethod method : TrainingMethod.values()) {
            all.add(mitBihCnn(method));
        }
        all.add(cpsc2018Residual(TrainingMethod.CROSS_ENTROPY));
        all.add(cpsc2018Residual(TrainingMethod.NSR));
        all.add(cpsc2018Residual(TrainingMethod.ADVERSARIAL));
        return List.copyOf(all);
    }

    /**
     * Returns the MLP for beats, 187-128-128-128-32-5.
     *
     * <p>DL4J's features are beats {@code [N, 187]} as {@link BeatCutter} cuts them, with values from 0 to 1; outputs are the
     * probabilities {@code [N, 5]} of the classes N, S, V, F, Q.
     *
     * @param method how it was trained
     * @return the model that has learned from the by-beat training part of MIT-BIH
     */
    public static ReferenceModel<MultiLayerNetwork> mitBihMlp(TrainingMethod method) {
        return new ReferenceModel<>(MLP, method, Split.BY_BEAT);
    }

    /**
     * Returns the CNN for beats: a convolution, five residual blocks of two, and two dense layers.
     *
     * <p>DL4J's features are beats {@code [N, 1, 187]} as {@link BeatCutter} cuts them, with values from 0 to 1; outputs are the
     * probabilities {@code [N, 5]} of the classes N, S, V, F, Q.
     *
     * @param method how it was trained
     * @return the model that has learned from the by-beat training part of MIT-BIH
     */
    public static ReferenceModel<ComputationGraph> mitBihCnn(TrainingMethod method) {
        return new ReferenceModel<>(CNN, method, Split.BY_BEAT);
    }

    /**
     * Returns the residual network for recordings of 8 leads, which is much smaller than that of the paper.
     *
     * <p>DL4J's features are recordings {@code [N, 8, 2048]} as {@link Preprocessing#compact()} makes them, with values from −1
     * to 1; outputs are the probabilities {@code [N, 9]} of the {@linkplain Diagnosis diagnoses}.
     *
     * @param method how it was trained; by cross-entropy, the noise-to-signal ratio or adversarial training
     * @return the model that has learned from CPSC2018 without the first of five folds, and from PTB-XL
     * @throws IllegalArgumentException if there is no such model
     */
    public static ReferenceModel<ComputationGraph> cpsc2018Residual(TrainingMethod method) {
        List<TrainingMethod> methods =
                List.of(TrainingMethod.CROSS_ENTROPY, TrainingMethod.NSR, TrainingMethod.ADVERSARIAL);
        if (!methods.contains(method)) {
            throw new IllegalArgumentException(
                    "there is no model of CPSC2018 trained by " + method + ", only by one of " + methods);
        }
        return new ReferenceModel<>(RESIDUAL, method, Split.FIRST_FOLD);
    }
}
