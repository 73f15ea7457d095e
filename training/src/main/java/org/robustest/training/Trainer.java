package org.robustest.training;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.robustest.classifier.Classifier;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.dl4j.ModelImportException;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * Trains a DL4J model by an {@linkplain Objectives objective} that DL4J does not offer, and faster than DL4J does.
 *
 * <p>The gradients come from our own passes, or where a layer has no counterpart among ours from DL4J's, with central differences
 * of them for objectives that depend on input gradients. Everything else is the model's: the updater that it was configured with and its
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

    private static final Logger LOGGER = System.getLogger(Trainer.class.getName());

    private final TrainableModel model;
    private final TrainingSettings settings;

    private Trainer(TrainableModel model, TrainingSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    private Trainer with(Consumer<TrainingSettings> change) {
        TrainingSettings changed = settings.copy();
        change.accept(changed);
        return new Trainer(model, changed);
    }

    /**
     * Returns a trainer of a model by cross-entropy, on shuffled batches of 128, with seed 0, on as many threads as the machine
     * has processors.
     *
     * @param model an initialized model, which the training changes
     * @return the trainer
     */
    public static Trainer of(MultiLayerNetwork model) {
        return new Trainer(new MultiLayerModel(model), new TrainingSettings());
    }

    /**
     * Returns a trainer of a graph, with the settings of {@link #of(MultiLayerNetwork)}.
     *
     * @param model an initialized graph with one input and one output, which the training changes
     * @return the trainer
     */
    public static Trainer of(ComputationGraph model) {
        return new Trainer(new GraphModel(model), new TrainingSettings());
    }

    /**
     * Returns this trainer with another objective.
     *
     * @param newObjective what to make small
     * @return the changed trainer
     */
    public Trainer with(TrainingObjective newObjective) {
        return with((TrainingSettings changed) -> changed.objective = newObjective);
    }

    /**
     * Returns this trainer with batches in which all classes are equally frequent, however rare they are among the samples.
     *
     * @return the changed trainer
     */
    public Trainer classBalanced() {
        return with((TrainingSettings changed) -> changed.isClassBalanced = true);
    }

    /**
     * Returns this trainer with samples that are changed each time they are learned. What is drawn depends on the seed, the step,
     * the sample's id and its place in the batch: not on the number of threads, nor on whether the training was resumed. The
     * objective is given the changed samples, and so an attack of adversarial training starts from them. A validation measures
     * its own samples as they are.
     *
     * @param newAugmentation how samples are changed; {@link Augmentation#then} makes one of several
     * @return the changed trainer
     */
    public Trainer withAugmentation(Augmentation newAugmentation) {
        return with((TrainingSettings changed) -> changed.augmentation = Optional.of(newAugmentation));
    }

    /**
     * Returns this trainer with rows of unit length: before each step, every row of every matrix of weights, and every kernel of
     * a convolution, is scaled to unit L2 norm, and its bias with it (Ma and Liang, 2022). What the model computes changes with
     * it, so begin with this option, or leave it.
     *
     * @return the changed trainer
     */
    public Trainer withUnitNormRows() {
        return with((TrainingSettings changed) -> changed.hasUnitNormRows = true);
    }

    /**
     * Returns this trainer with redrawing: at the end of each epoch, every unit whose weights and bias got no gradient for the
     * whole epoch, such as one whose ReLU is 0 for all samples, gets new random weights (Ma and Liang, 2022): uniform with
     * variance {@code 2 / n} for n weights, as by He et al. (ICCV 2015), and no bias. The updater keeps its state.
     *
     * @return the changed trainer
     */
    public Trainer redrawingDeadUnits() {
        return with((TrainingSettings changed) -> changed.redrawsDeadUnits = true);
    }

    /**
     * Returns this trainer with a validation.
     *
     * @param validation on which samples, under which noise, how often, and whether it ends the training
     * @return the changed trainer
     */
    public Trainer withValidation(Validation validation) {
        return with((TrainingSettings changed) -> changed.validation = Optional.of(validation));
    }

    /**
     * Returns this trainer with checkpoints: the whole state of the training is written down every so many steps and at its
     * end. If the process is killed, do the same again: {@link #fit} finds the checkpoint and goes on from there, and ends
     * with the same parameters, bit for bit, as a training without interruption. Listeners are not told of the steps before
     * again. A training that had ended is not repeated; one that is to last longer goes on.
     *
     * @param folder the folder of this training, which is created if it does not exist
     * @param every the number of steps between two checkpoints, at least 1
     * @return the changed trainer
     * @throws IllegalArgumentException if the number is below 1
     */
    public Trainer withCheckpoints(Path folder, int every) {
        Settings.atLeastOne(every, "number of steps between two checkpoints");
        return with((TrainingSettings changed) -> changed.checkpoints = Optional.of(new Checkpoints(folder, every)));
    }

    /**
     * Returns this trainer with a listener that is told of each step and of the parts of its loss. DL4J's own listeners are told
     * the whole loss, with L1 and L2, and find the batch in the model; of activations they are not told.
     *
     * @param listener is called after each step, on one thread
     * @return the changed trainer
     */
    public Trainer withListener(Consumer<TrainingStep> listener) {
        return with((TrainingSettings changed) -> changed.listener = listener);
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
        return with((TrainingSettings changed) -> changed.batchSize = newBatchSize);
    }

    /**
     * Returns this trainer with another seed.
     *
     * @param newSeed the seed of the order of the samples and of whatever an objective draws
     * @return the changed trainer
     */
    public Trainer withSeed(long newSeed) {
        return with((TrainingSettings changed) -> changed.seed = newSeed);
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
        return with((TrainingSettings changed) -> changed.threads = newThreads);
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
        return with((TrainingSettings changed) -> {
            changed.log = newLog;
            changed.reportEvery = every;
        });
    }

    /**
     * Trains the model.
     *
     * @param samples the samples to learn, of the shape that the model takes
     * @param length how long
     * @return how it ended; the trained parameters are in the model
     * @throws org.robustest.dl4j.ModelImportException if neither we nor DL4J can differentiate the model, with the layer. A model
     *     that DL4J alone can differentiate is trained by its gradients, which is slow: a warning says so. Another warning tells
     *     of validation samples that are learned too
     * @throws IllegalArgumentException if a layer acts otherwise in training than in inference or is frozen, or the samples are
     *     none, do not fit the model, are not all finite, or lack a class that class-balanced training needs. All of this is
     *     checked before the first step
     * @throws IllegalArgumentException also if a checkpoint in the folder is of another model, training set or objective, or has
     *     other settings that the result depends on, or is damaged
     * @throws IllegalArgumentException also if an augmentation changes the shape of a sample or leaves the range of the samples;
     *     the model keeps the parameters of the step before
     * @throws java.io.UncheckedIOException if a checkpoint cannot be read or written
     * @throws IllegalStateException if the loss, or a parameter at the end, is no longer finite; the model keeps the
     *     parameters of the step before
     */
    public TrainingResult fit(Samples samples, TrainingLength length) {
        ModelChecks.requireTrainable(model);
        Differentiation differentiation = differentiation(samples.shape());
        Classifier classifier = differentiation.at(differentiation.parameters()).classifier();
        SampleChecks.requireLearnable(samples, classifier);
        settings.validation.ifPresent(validation -> {
            SampleChecks.requireMeasurable(validation.samples(), samples, classifier);
            validation.attack().requireAbleToSearch(validation.effectiveSet());
            SampleChecks.remarkOnLeak(validation.samples(), samples).ifPresent(this::warn);
        });
        TrainingRun run = new TrainingRun(settings, samples, length, model, differentiation);
        ForkJoinPool pool = new ForkJoinPool(settings.threads);
        try {
            return pool.submit(() -> settings.checkpoints
                            .map(checkpoints -> run.run(checkpoints, settings.inWords(model, samples)))
                            .orElseGet(run::run))
                    .join();
        } catch (RuntimeException e) {
            // The pool throws a copy, with the original as its cause.
            throw e.getCause() instanceof RuntimeException original ? original : e;
        } finally {
            pool.shutdown();
        }
    }

    private Differentiation differentiation(Shape shape) {
        try {
            return new OwnDifferentiation(model.imported(shape));
        } catch (ModelImportException e) {
            if (!e.isForLackOfCounterpart()) {
                throw e;
            }
            if (settings.hasUnitNormRows || settings.redrawsDeadUnits) {
                throw new IllegalArgumentException(
                        "scaling of rows and redrawing of dead units need a model that can be imported; train without them: "
                                + e.getMessage(),
                        e);
            }
            ModelDerivatives derivatives = model.derivatives(shape);
            String remark =
                    "the model is trained by the gradients of DL4J itself, many times slower than by our own, and"
                            + " those of input gradients are taken by central differences: " + e.getMessage();
            warn(remark);
            return new Dl4jDifferentiation(derivatives);
        }
    }

    private void warn(String remark) {
        LOGGER.log(Level.WARNING, remark);
        settings.log.accept(remark);
    }
}
