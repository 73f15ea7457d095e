package org.robustest.reference.recipe;

import static org.robustest.training.Objectives.adversarial;
import static org.robustest.training.Objectives.crossEntropy;
import static org.robustest.training.Objectives.nsr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.robustest.reference.cpsc2018.Cpsc2018;
import org.robustest.reference.model.ReferenceModel;
import org.robustest.reference.model.ReferenceModels;
import org.robustest.reference.model.Split;
import org.robustest.reference.model.TrainingMethod;
import org.robustest.reference.ptbxl.PtbXl;
import org.robustest.reference.twelvelead.Preprocessing;
import org.robustest.reference.twelvelead.RecordingSplit;
import org.robustest.reference.twelvelead.Recordings;
import org.robustest.samples.Samples;
import org.robustest.training.Trainer;
import org.robustest.training.TrainingLength;
import org.robustest.training.TrainingObjective;

/**
 * A small residual network for 8 leads by one of the ways to train it: class-balanced batches of 64, each recording varied
 * anew each time. Immutable.
 *
 * <p>It learns from the records of CPSC2018 with one label that are not in one of five folds, the first by default, and from
 * those of PTB-XL where they lie beside them. It is measured on the records of that fold.
 */
public final class Cpsc2018Recipe implements Recipe<ComputationGraph> {

    private static final int STEPS = 600;
    private static final int NSR_STEPS = 1_000;
    private static final double NSR_BETA = 0.2;
    private static final double PART_WITHOUT_RATIO = 0.3;
    private static final int BATCH_SIZE = 64;
    private static final int ADVERSARIAL_STEPS = 2_000;
    private static final double SMALLEST_NOISE = 0.005;
    private static final double LARGEST_NOISE = 0.02;
    private static final RecordingAugmentation SLIGHT = new RecordingAugmentation(0.05, 0.1, 0.6, 0.05, 0.05, 0);
    private static final RecordingAugmentation STRONG = new RecordingAugmentation(0.1, 0.3, 0.4, 0.05, 0.1, 0.05);
    private static final long FOLD_SEED = 1;
    private static final int REPORT_EVERY = 20;
    private static final int CHECKPOINT_EVERY = 100;

    private final ReferenceModel<ComputationGraph> model;
    private final DoubleFunction<TrainingObjective> objectiveByEpochs;
    private final RecordingAugmentation augmentation;
    private final long seed;
    private final int steps;
    private final Optional<Path> checkpoints;

    private Cpsc2018Recipe(
            ReferenceModel<ComputationGraph> model,
            DoubleFunction<TrainingObjective> objectiveByEpochs,
            RecordingAugmentation augmentation,
            long seed,
            int steps,
            Optional<Path> checkpoints) {
        this.model = model;
        this.objectiveByEpochs = objectiveByEpochs;
        this.augmentation = augmentation;
        this.seed = seed;
        this.steps = steps;
        this.checkpoints = checkpoints;
    }

    /**
     * Returns the recipe by cross-entropy.
     *
     * @return seed 1, 600 steps
     */
    public static Cpsc2018Recipe residual() {
        return new Cpsc2018Recipe(
                ReferenceModels.cpsc2018Residual(TrainingMethod.CROSS_ENTROPY),
                epochs -> crossEntropy(),
                SLIGHT,
                1,
                STEPS,
                Optional.empty());
    }

    /**
     * Returns the recipe by the noise-to-signal ratio, whose β rises from 0 to 0.2 over the last 70 % of the training: all of
     * it at once makes the logits constant, since the gradient has 16,384 components.
     *
     * @return seed 1, 1,000 steps
     */
    public static Cpsc2018Recipe residualNsr() {
        DoubleFunction<TrainingObjective> rising = epochs -> nsr().withBeta(NSR_BETA)
                .withStartEpoch(PART_WITHOUT_RATIO * epochs)
                .withRise((1 - PART_WITHOUT_RATIO) * epochs);
        return new Cpsc2018Recipe(
                ReferenceModels.cpsc2018Residual(TrainingMethod.NSR), rising, SLIGHT, 1, NSR_STEPS, Optional.empty());
    }

    /**
     * Returns the recipe by adversarial training on noise of 0.005 to 0.02. The recordings are varied more than for the others: what
     * withstands noise on few recordings is soon learned by heart.
     *
     * @return seed 1, 2,000 steps
     */
    public static Cpsc2018Recipe residualAdversarial() {
        TrainingObjective objective = adversarial(TrainingNoise.sizes(SMALLEST_NOISE, LARGEST_NOISE, -1, 1))
                .by(TrainingNoise.pgd(4, 0.35));
        return new Cpsc2018Recipe(
                ReferenceModels.cpsc2018Residual(TrainingMethod.ADVERSARIAL),
                epochs -> objective,
                STRONG,
                1,
                ADVERSARIAL_STEPS,
                Optional.empty());
    }

    @Override
    public ReferenceModel<ComputationGraph> model() {
        return model;
    }

    @Override
    public String dataSet() {
        return Cpsc2018.FOLDER;
    }

    @Override
    public Cpsc2018Recipe withSeed(long newSeed) {
        return new Cpsc2018Recipe(model, objectiveByEpochs, augmentation, newSeed, steps, checkpoints);
    }

    @Override
    public Cpsc2018Recipe withSteps(int newSteps) {
        if (newSteps < 1) {
            throw new IllegalArgumentException("training takes at least 1 step, but steps was " + newSteps);
        }
        return new Cpsc2018Recipe(model, objectiveByEpochs, augmentation, seed, newSteps, checkpoints);
    }

    @Override
    public Cpsc2018Recipe withSplit(Split split) {
        return new Cpsc2018Recipe(model.trainedOn(split), objectiveByEpochs, augmentation, seed, steps, checkpoints);
    }

    @Override
    public Cpsc2018Recipe withCheckpoints(Path folder) {
        return new Cpsc2018Recipe(model, objectiveByEpochs, augmentation, seed, steps, Optional.of(folder));
    }

    @Override
    public ComputationGraph make(Path data, Consumer<String> log) {
        Recordings train = fold(data).train();
        Path beside = Files.isDirectory(data.resolve(PtbXl.FOLDER))
                ? data.resolve(PtbXl.FOLDER)
                : data.toAbsolutePath().resolveSibling(PtbXl.FOLDER);
        if (Files.isDirectory(beside)) {
            train = train.and(PtbXl.open(beside).recordings().singleLabel());
        } else {
            log.accept("without PTB-XL: there is no folder " + beside);
        }
        log.accept("training on " + train);
        return train(train.samples(Preprocessing.compact()), log);
    }

    private RecordingSplit fold(Path data) {
        return Cpsc2018.open(data)
                .recordings()
                .singleLabel()
                .folds(model.splits().size(), FOLD_SEED)
                .get(model.splits().indexOf(model.split()));
    }

    /**
     * Trains the model from its first weights.
     *
     * @param train the recordings to learn, of shape {@code [8, 2048]}, from −1 to 1
     * @param log receives lines of progress
     * @return the model
     * @throws IllegalArgumentException if the recordings have another shape, or a class has none
     */
    public ComputationGraph train(Samples train, Consumer<String> log) {
        if (!train.shape().equals(Cpsc2018Networks.SHAPE)) {
            throw new IllegalArgumentException("the network takes recordings of shape " + Cpsc2018Networks.SHAPE
                    + ", but they have the shape " + train.shape());
        }
        ComputationGraph network = Cpsc2018Networks.residual(seed, steps);
        double epochs = (double) steps * BATCH_SIZE / train.size();
        Trainer trainer = Trainer.of(network)
                .with(objectiveByEpochs.apply(epochs))
                .withAugmentation(augmentation)
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
        return fold(data).test().samples(Preprocessing.compact());
    }

    @Override
    public Protocol protocol() {
        return Protocol.RECORDINGS;
    }
}
