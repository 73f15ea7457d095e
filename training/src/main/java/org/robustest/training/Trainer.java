package org.robustest.training;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.samples.Samples;

/**
 * Trains a DL4J model by an {@linkplain Objectives objective} that DL4J does not offer, and faster than DL4J does.
 *
 * <p>The gradients come from our own passes; everything else is the model's: the updater that it was configured with and its
 * state, schedules of the learning rate, clipping, L1 and L2, constraints, listeners, and the counts of iterations and
 * epochs. The output activation and the loss of the model's last layer are not used. The trained parameters are in the user's
 * own object, after every step.
 *
 * <pre>{@code
 * Trainer.of(model).with(nsr().withBeta(0.3)).classBalanced().fit(beats, epochs(10));
 * }</pre>
 *
 * <p>Immutable. The same seed and the same model give the same bits on any number of threads, as long as DL4J's own updater
 * does.
 */
public final class Trainer {

    private final TrainableModel model;
    private TrainingObjective objective = Objectives.crossEntropy();
    private boolean isClassBalanced;
    private boolean hasUnitNormRows;
    private int batchSize = 128;
    private long seed;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Consumer<String> log = line -> {};
    private int reportEvery = 100;

    private Trainer(TrainableModel model) {
        this.model = model;
    }

    private Trainer with(Consumer<Trainer> change) {
        Trainer changed = new Trainer(model);
        changed.objective = objective;
        changed.isClassBalanced = isClassBalanced;
        changed.hasUnitNormRows = hasUnitNormRows;
        changed.batchSize = batchSize;
        changed.seed = seed;
        changed.threads = threads;
        changed.log = log;
        changed.reportEvery = reportEvery;
        change.accept(changed);
        return changed;
    }

    /**
     * Returns a trainer of a model by cross-entropy, on shuffled batches of 128, with seed 0, on as many threads as the machine
     * has processors.
     *
     * @param model an initialized model, which the training changes
     * @return the trainer
     */
    public static Trainer of(MultiLayerNetwork model) {
        return new Trainer(new MultiLayerModel(model));
    }

    /**
     * Returns a trainer of a graph, with the settings of {@link #of(MultiLayerNetwork)}.
     *
     * @param model an initialized graph with one input and one output, which the training changes
     * @return the trainer
     */
    public static Trainer of(ComputationGraph model) {
        return new Trainer(new GraphModel(model));
    }

    /**
     * Returns this trainer with another objective.
     *
     * @param newObjective what to make small
     * @return the changed trainer
     */
    public Trainer with(TrainingObjective newObjective) {
        return with((Trainer trainer) -> trainer.objective = newObjective);
    }

    /**
     * Returns this trainer with batches in which all classes are equally frequent, however rare they are among the samples.
     *
     * @return the changed trainer
     */
    public Trainer classBalanced() {
        return with((Trainer trainer) -> trainer.isClassBalanced = true);
    }

    /**
     * Returns this trainer with rows of unit length: before each step, every row of every matrix of weights, and every kernel of
     * a convolution, is scaled to unit L2 norm, and its bias with it (Ma and Liang, 2022). What the model computes changes with
     * it, so begin with this option, or leave it.
     *
     * @return the changed trainer
     */
    public Trainer withUnitNormRows() {
        return with((Trainer trainer) -> trainer.hasUnitNormRows = true);
    }

    /**
     * Returns this trainer with batches of another size.
     *
     * @param newBatchSize the number of samples of a step, at least 1
     * @return the changed trainer
     * @throws IllegalArgumentException if the size is below 1
     */
    public Trainer withBatchSize(int newBatchSize) {
        Settings.atLeastOne(newBatchSize, "size of a batch");
        return with((Trainer trainer) -> trainer.batchSize = newBatchSize);
    }

    /**
     * Returns this trainer with another seed.
     *
     * @param newSeed the seed of the order of the samples and of whatever an objective draws
     * @return the changed trainer
     */
    public Trainer withSeed(long newSeed) {
        return with((Trainer trainer) -> trainer.seed = newSeed);
    }

    /**
     * Returns this trainer with another number of threads. The result does not depend on it.
     *
     * @param newThreads the number of threads, at least 1
     * @return the changed trainer
     * @throws IllegalArgumentException if there is no thread
     */
    public Trainer withThreads(int newThreads) {
        Settings.atLeastOne(newThreads, "number of threads");
        return with((Trainer trainer) -> trainer.threads = newThreads);
    }

    /**
     * Returns this trainer with lines of progress: how many steps are done, the mean loss of the last hundred, the rate, and
     * the time that is left.
     *
     * @param newLog receives the lines, such as {@code System.out::println}
     * @param every the number of steps between two lines, at least 1
     * @return the changed trainer
     * @throws IllegalArgumentException if the number is below 1
     */
    public Trainer withProgress(Consumer<String> newLog, int every) {
        Settings.atLeastOne(every, "number of steps between two lines of progress");
        return with((Trainer trainer) -> {
            trainer.log = newLog;
            trainer.reportEvery = every;
        });
    }

    /**
     * Trains the model.
     *
     * @param samples the samples to learn, of the shape that the model takes
     * @param length how long
     * @return how it ended; the trained parameters are in the model
     * @throws org.robustest.dl4j.ModelImportException if a layer of the model has no counterpart among those that we can
     *     differentiate, with its name
     * @throws IllegalArgumentException if a layer acts otherwise in training than in inference or is frozen, or the samples are
     *     none, do not fit the model, are not all finite, or lack a class that class-balanced training needs. All of this is
     *     checked before the first step
     * @throws IllegalStateException if the loss is no longer finite; the model keeps the parameters of the step before
     */
    public TrainingResult fit(Samples samples, TrainingLength length) {
        ModelChecks.requireTrainable(model);
        ImportedNetwork imported = model.imported(samples.shape());
        SampleChecks.requireLearnable(samples, imported.network());
        Batches batches = isClassBalanced
                ? new ClassBalancedBatches(samples, batchSize, seed)
                : new ShuffledBatches(samples, batchSize, seed);
        int stepsPerEpoch = (samples.size() + batchSize - 1) / batchSize;
        int steps = length.stepCount(stepsPerEpoch);
        TrainingRun run = new TrainingRun(objective, batches, samples.range(), hasUnitNormRows, model, imported);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> run.run(steps, stepsPerEpoch, seed, new Progress(steps, reportEvery, log)))
                    .join();
        } catch (RuntimeException e) {
            // The pool throws a copy, with the original as its cause.
            throw e.getCause() instanceof RuntimeException original ? original : e;
        } finally {
            pool.shutdown();
        }
    }
}
