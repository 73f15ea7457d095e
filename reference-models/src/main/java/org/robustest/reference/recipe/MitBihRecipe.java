package org.robustest.reference.recipe;

import static org.robustest.training.Objectives.crossEntropy;
import static org.robustest.training.Objectives.nsr;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.dl4j.Dl4j;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.samples.Samples;
import org.robustest.training.Trainer;
import org.robustest.training.TrainingLength;
import org.robustest.training.TrainingObjective;

/**
 * A network of Ma and Liang (arXiv:2110.09759) for beats, by one of their ways to train: Adamax with learning rate 0.001,
 * class-balanced batches of 128. Immutable.
 *
 * @param <M> the type of DL4J that runs it
 */
public final class MitBihRecipe<M extends Model> implements Recipe<M> {

    private static final int MLP_STEPS = 12_000;
    private static final int CNN_STEPS = 6_000;
    private static final double MLP_BETA = 0.4;
    private static final double CNN_BETA = 0.3;
    private static final int BATCH_SIZE = 128;
    private static final int REPORT_EVERY = 100;

    private final ReferenceModel<M> model;
    private final Kind<M> kind;
    private final TrainingObjective objective;
    private final long seed;
    private final int steps;

    private MitBihRecipe(ReferenceModel<M> model, Kind<M> kind, TrainingObjective objective, long seed, int steps) {
        this.model = model;
        this.kind = kind;
        this.objective = objective;
        this.seed = seed;
        this.steps = steps;
    }

    /** What differs between the classes of DL4J that run models. */
    private record Kind<M extends Model>(
            LongFunction<M> untrained,
            Function<M, Trainer> trainer,
            Function<M, DifferentiableClassifier> classifier) {}

    /**
     * Returns the recipe of the MLP by cross-entropy.
     *
     * @return seed 1, 12,000 steps
     */
    public static MitBihRecipe<MultiLayerNetwork> mlp() {
        return mlp(ReferenceModels.MIT_BIH_MLP, crossEntropy());
    }

    /**
     * Returns the recipe of the MLP by the noise-to-signal ratio, β = 0.4.
     *
     * @return seed 1, 12,000 steps
     */
    public static MitBihRecipe<MultiLayerNetwork> mlpNsr() {
        return mlp(ReferenceModels.MIT_BIH_MLP_NSR, nsr().withBeta(MLP_BETA));
    }

    /**
     * Returns the recipe of the CNN by cross-entropy.
     *
     * @return seed 1, 6,000 steps
     */
    public static MitBihRecipe<ComputationGraph> cnn() {
        return cnn(ReferenceModels.MIT_BIH_CNN, crossEntropy());
    }

    /**
     * Returns the recipe of the CNN by the noise-to-signal ratio, β = 0.3.
     *
     * @return seed 1, 6,000 steps
     */
    public static MitBihRecipe<ComputationGraph> cnnNsr() {
        return cnn(ReferenceModels.MIT_BIH_CNN_NSR, nsr().withBeta(CNN_BETA));
    }

    private static MitBihRecipe<MultiLayerNetwork> mlp(
            ReferenceModel<MultiLayerNetwork> model, TrainingObjective objective) {
        Kind<MultiLayerNetwork> kind = new Kind<>(MitBihNetworks::mlp, Trainer::of, Dl4j::classifier);
        return new MitBihRecipe<>(model, kind, objective, 1, MLP_STEPS);
    }

    private static MitBihRecipe<ComputationGraph> cnn(
            ReferenceModel<ComputationGraph> model, TrainingObjective objective) {
        Kind<ComputationGraph> kind =
                new Kind<>(MitBihNetworks::cnn, Trainer::of, network -> Dl4j.classifier(network, BeatCutter.SHAPE));
        return new MitBihRecipe<>(model, kind, objective, 1, CNN_STEPS);
    }

    @Override
    public ReferenceModel<M> model() {
        return model;
    }

    @Override
    public String dataSet() {
        return MitBih.FOLDER;
    }

    @Override
    public MitBihRecipe<M> withSeed(long newSeed) {
        return new MitBihRecipe<>(model, kind, objective, newSeed, steps);
    }

    @Override
    public MitBihRecipe<M> withSteps(int newSteps) {
        if (newSteps < 1) {
            throw new IllegalArgumentException("training takes at least 1 step, but steps was " + newSteps);
        }
        return new MitBihRecipe<>(model, kind, objective, seed, newSteps);
    }

    @Override
    public M make(Path data, Consumer<String> log) {
        return train(MitBih.open(data).trainBeats(), log);
    }

    /**
     * Trains the model from its first weights.
     *
     * @param train the beats to learn, of shape {@code [1, 187]}
     * @param log receives a line of progress every 100 steps
     * @return the model
     * @throws IllegalArgumentException if the beats have another shape, or a class has none
     */
    public M train(Samples train, Consumer<String> log) {
        M network = kind.untrained().apply(seed);
        kind.trainer()
                .apply(network)
                .with(objective)
                .classBalanced()
                .withBatchSize(BATCH_SIZE)
                .withSeed(seed)
                .withProgress(log, REPORT_EVERY)
                .fit(train, TrainingLength.steps(steps));
        return network;
    }

    @Override
    public List<String> measure(M network, Path data) {
        return BeatMeasurement.of(
                kind.classifier().apply(network), MitBih.open(data).testBeats());
    }
}
