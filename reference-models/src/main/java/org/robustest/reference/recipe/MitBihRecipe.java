package org.robustest.reference.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.CycleSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.dl4j.Dl4j;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.samples.Samples;
import org.robustest.training.Objectives;
import org.robustest.training.Trainer;
import org.robustest.training.TrainingLength;
import org.robustest.training.TrainingObjective;

/**
 * A network of Ma and Liang (arXiv:2110.09759) for beats, by one of their ways to train, with Adamax and class-balanced batches
 * of 128. Cross-entropy has their learning rate, 0.001. The noise-to-signal ratio has rows of unit length, as theirs, and a rate
 * that rises to 0.003 and falls again: after as many steps as with a constant 0.001 more beats withstand noise. Immutable.
 *
 * @param <M> the type of DL4J that runs it
 */
public final class MitBihRecipe<M extends Model> implements Recipe<M> {

    private static final int MLP_STEPS = 12_000;
    private static final int CNN_STEPS = 6_000;
    private static final int CNN_NSR_STEPS = 3_000;
    private static final double MLP_BETA = 0.4;
    private static final double CNN_BETA = 0.3;
    private static final int BATCH_SIZE = 128;
    private static final int REPORT_EVERY = 100;

    private final ReferenceModel<M> model;
    private final Kind<M> kind;
    private final Method method;
    private final long seed;
    private final int steps;

    private MitBihRecipe(ReferenceModel<M> model, Kind<M> kind, Method method, long seed, int steps) {
        this.model = model;
        this.kind = kind;
        this.method = method;
        this.seed = seed;
        this.steps = steps;
    }

    /** What differs between the ways to train: the objective, what the trainer does beside it, and the rates of learning. */
    private record Method(
            TrainingObjective objective, UnaryOperator<Trainer> options, IntFunction<IUpdater> updaterForSteps) {

        static Method crossEntropy() {
            return new Method(Objectives.crossEntropy(), UnaryOperator.identity(), steps -> new AdaMax(1e-3));
        }

        static Method noiseToSignalRatio(double beta) {
            return new Method(
                    Objectives.nsr().withBeta(beta),
                    Trainer::withUnitNormRows,
                    steps -> new AdaMax(new CycleSchedule(ScheduleType.ITERATION, 3e-4, 3e-3, steps, steps / 10, 0.1)));
        }
    }

    /** What differs between the classes of DL4J that run models. */
    private record Kind<M extends Model>(
            BiFunction<Long, IUpdater, M> untrained,
            Function<M, Trainer> trainer,
            Function<M, DifferentiableClassifier> classifier) {}

    /**
     * Returns the recipe of the MLP by cross-entropy.
     *
     * @return seed 1, 12,000 steps
     */
    public static MitBihRecipe<MultiLayerNetwork> mlp() {
        return mlp(ReferenceModels.MIT_BIH_MLP, Method.crossEntropy());
    }

    /**
     * Returns the recipe of the MLP by the noise-to-signal ratio, β = 0.4.
     *
     * @return seed 1, 12,000 steps
     */
    public static MitBihRecipe<MultiLayerNetwork> mlpNsr() {
        return mlp(ReferenceModels.MIT_BIH_MLP_NSR, Method.noiseToSignalRatio(MLP_BETA));
    }

    /**
     * Returns the recipe of the CNN by cross-entropy.
     *
     * @return seed 1, 6,000 steps
     */
    public static MitBihRecipe<ComputationGraph> cnn() {
        return cnn(ReferenceModels.MIT_BIH_CNN, Method.crossEntropy(), CNN_STEPS);
    }

    /**
     * Returns the recipe of the CNN by the noise-to-signal ratio, β = 0.3.
     *
     * @return seed 1, 3,000 steps
     */
    public static MitBihRecipe<ComputationGraph> cnnNsr() {
        return cnn(ReferenceModels.MIT_BIH_CNN_NSR, Method.noiseToSignalRatio(CNN_BETA), CNN_NSR_STEPS);
    }

    private static MitBihRecipe<MultiLayerNetwork> mlp(ReferenceModel<MultiLayerNetwork> model, Method method) {
        Kind<MultiLayerNetwork> kind = new Kind<>(MitBihNetworks::mlp, Trainer::of, Dl4j::classifier);
        return new MitBihRecipe<>(model, kind, method, 1, MLP_STEPS);
    }

    private static MitBihRecipe<ComputationGraph> cnn(
            ReferenceModel<ComputationGraph> model, Method method, int steps) {
        Kind<ComputationGraph> kind =
                new Kind<>(MitBihNetworks::cnn, Trainer::of, network -> Dl4j.classifier(network, BeatCutter.SHAPE));
        return new MitBihRecipe<>(model, kind, method, 1, steps);
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
        return new MitBihRecipe<>(model, kind, method, newSeed, steps);
    }

    @Override
    public MitBihRecipe<M> withSteps(int newSteps) {
        if (newSteps < 1) {
            throw new IllegalArgumentException("training takes at least 1 step, but steps was " + newSteps);
        }
        return new MitBihRecipe<>(model, kind, method, seed, newSteps);
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
        M network = kind.untrained().apply(seed, method.updaterForSteps().apply(steps));
        method.options()
                .apply(kind.trainer().apply(network))
                .with(method.objective())
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
