package org.robustest.reference.recipe;

import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Objectives.adversarial;
import static org.robustest.training.Objectives.certified;
import static org.robustest.training.Objectives.crossEntropy;
import static org.robustest.training.Objectives.nsr;

import java.nio.file.Path;
import java.util.Optional;
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
import org.robustest.reference.mitbih.MitBih;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.Split;
import org.robustest.reference.model.TrainingMethod;
import org.robustest.samples.Samples;
import org.robustest.training.Trainer;
import org.robustest.training.TrainingLength;
import org.robustest.training.TrainingObjective;

/**
 * A network of Ma and Liang (arXiv:2110.09759) for beats, by one of their ways to train, with Adamax and class-balanced batches
 * of 128. Cross-entropy has their learning rate, 0.001. The others have a rate that rises to 0.003 and falls again: after as many
 * steps as with a constant 0.001 more beats withstand noise. Where the noise-to-signal ratio takes part, rows have unit length, as
 * theirs. Immutable.
 *
 * @param <M> the type of DL4J that runs it
 */
public final class MitBihRecipe<M extends Model> implements Recipe<M> {

    private static final double MLP_BETA = 0.4;
    private static final double CNN_BETA = 0.3;
    private static final double NOISE = 0.1;
    private static final double SMALL_NOISE = 0.06;
    private static final double LARGEST_CERTIFIED_NOISE = 0.25;
    private static final int BATCH_SIZE = 128;
    private static final int REPORT_EVERY = 100;
    private static final int CHECKPOINT_EVERY = 500;

    private final Kind<M> kind;
    private final ReferenceModel<M> model;
    private final long seed;
    private final int steps;
    private final Optional<Path> checkpoints;

    private MitBihRecipe(Kind<M> kind, ReferenceModel<M> model, long seed, int steps, Optional<Path> checkpoints) {
        this.kind = kind;
        this.model = model;
        this.seed = seed;
        this.steps = steps;
        this.checkpoints = checkpoints;
    }

    /** What differs between the networks. */
    private record Kind<M extends Model>(
            BiFunction<Long, IUpdater, M> untrained, Function<M, Trainer> trainer, double beta) {}

    /** What differs between the methods: the objective, what the trainer does beside it, and the rates of learning. */
    private record Plan(
            TrainingObjective objective, UnaryOperator<Trainer> options, IntFunction<IUpdater> updaterForSteps) {

        static Plan of(TrainingMethod method, double beta) {
            return switch (method) {
                case CROSS_ENTROPY -> new Plan(crossEntropy(), UnaryOperator.identity(), steps -> new AdaMax(1e-3));
                case NSR -> new Plan(nsr().withBeta(beta), Trainer::withUnitNormRows, steps -> cycle(3e-3, steps));
                case ADVERSARIAL ->
                    new Plan(
                            adversarial(linf(NOISE)).by(TrainingNoise.pgd(5, 0.4)),
                            UnaryOperator.identity(),
                            steps -> cycle(3e-3, steps));
                case WORST_POINTS ->
                    new Plan(
                            adversarial(linf(SMALL_NOISE)).withCleanShare(0).by(TrainingNoise.pgd(5, 0.4)),
                            UnaryOperator.identity(),
                            steps -> cycle(3e-3, steps));
                case SMALL_BOXES ->
                    new Plan(
                            certified(TrainingNoise.sizes(0, LARGEST_CERTIFIED_NOISE, 0, 1))
                                    .withCleanShare(0.2)
                                    .withRise(2)
                                    .withSmallBoxes(0.1, TrainingNoise.pgd(4, 0.35)),
                            UnaryOperator.identity(),
                            steps -> cycle(3e-3, steps));
            };
        }

        /** A rate that rises to the largest within the first half, falls, and ends at a tenth of where it began. */
        private static IUpdater cycle(double largest, int steps) {
            return new AdaMax(new CycleSchedule(ScheduleType.ITERATION, largest / 10, largest, steps, steps / 10, 0.1));
        }
    }

    /**
     * Returns the recipe of the MLP.
     *
     * @param method how to train
     * @return seed 1, and as many steps as take two busy cores a quarter of an hour or less
     */
    public static MitBihRecipe<MultiLayerNetwork> mlp(TrainingMethod method) {
        return new MitBihRecipe<>(
                new Kind<>(MitBihNetworks::mlp, Trainer::of, MLP_BETA),
                ReferenceModels.mitBihMlp(method),
                1,
                mlpSteps(method),
                Optional.empty());
    }

    private static int mlpSteps(TrainingMethod method) {
        return switch (method) {
            case CROSS_ENTROPY, NSR, ADVERSARIAL, WORST_POINTS -> 12_000;
            case SMALL_BOXES -> 6_000;
        };
    }

    /**
     * Returns the recipe of the CNN.
     *
     * @param method how to train
     * @return seed 1, and as many steps as take two busy cores two hours or less
     */
    public static MitBihRecipe<ComputationGraph> cnn(TrainingMethod method) {
        return new MitBihRecipe<>(
                new Kind<>(MitBihNetworks::cnn, Trainer::of, CNN_BETA),
                ReferenceModels.mitBihCnn(method),
                1,
                cnnSteps(method),
                Optional.empty());
    }

    private static int cnnSteps(TrainingMethod method) {
        return switch (method) {
            case CROSS_ENTROPY, WORST_POINTS -> 6_000;
            case NSR, ADVERSARIAL -> 12_000;
            case SMALL_BOXES -> 3_000;
        };
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
        return new MitBihRecipe<>(kind, model, newSeed, steps, checkpoints);
    }

    @Override
    public MitBihRecipe<M> withSteps(int newSteps) {
        if (newSteps < 1) {
            throw new IllegalArgumentException("training takes at least 1 step, but steps was " + newSteps);
        }
        return new MitBihRecipe<>(kind, model, seed, newSteps, checkpoints);
    }

    @Override
    public MitBihRecipe<M> withSplit(Split split) {
        return new MitBihRecipe<>(kind, model.trainedOn(split), seed, steps, checkpoints);
    }

    @Override
    public MitBihRecipe<M> withCheckpoints(Path folder) {
        return new MitBihRecipe<>(kind, model, seed, steps, Optional.of(folder));
    }

    @Override
    public M make(Path data, Consumer<String> log) {
        MitBih mitBih = MitBih.open(data);
        return train(
                model.split() == Split.BY_BEAT
                        ? mitBih.trainBeats()
                        : mitBih.interPatient().train(),
                log);
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
        Plan plan = Plan.of(model.method(), kind.beta());
        M network = kind.untrained().apply(seed, plan.updaterForSteps().apply(steps));
        Trainer trainer = plan.options()
                .apply(kind.trainer().apply(network))
                .with(plan.objective())
                .classBalanced()
                .withBatchSize(BATCH_SIZE)
                .withSeed(seed)
                .withProgress(log, REPORT_EVERY);
        checkpoints
                .map(folder -> trainer.withCheckpoints(folder, CHECKPOINT_EVERY))
                .orElse(trainer)
                .fit(train, TrainingLength.steps(steps));
        return network;
    }

    @Override
    public Samples testSamples(Path data) {
        MitBih mitBih = MitBih.open(data);
        return model.split() == Split.BY_BEAT
                ? mitBih.testBeats()
                : mitBih.interPatient().test();
    }

    @Override
    public Protocol protocol() {
        return Protocol.BEATS;
    }
}
