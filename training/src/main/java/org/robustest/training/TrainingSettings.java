package org.robustest.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.robustest.samples.Samples;

/** The settings of a trainer. Changed only by the trainer that is being made. */
final class TrainingSettings {

    TrainingObjective objective = Objectives.crossEntropy();
    boolean isClassBalanced;
    Optional<Augmentation> augmentation = Optional.empty();
    boolean hasUnitNormRows;
    boolean redrawsDeadUnits;
    int batchSize = 128;
    long seed;
    int threads = Runtime.getRuntime().availableProcessors();
    Consumer<String> log = line -> {};
    int reportEvery = 100;
    Consumer<TrainingStep> listener = step -> {};
    Optional<Validation> validation = Optional.empty();
    Optional<Checkpoints> checkpoints = Optional.empty();

    TrainingSettings copy() {
        TrainingSettings copy = new TrainingSettings();
        copy.objective = objective;
        copy.isClassBalanced = isClassBalanced;
        copy.augmentation = augmentation;
        copy.hasUnitNormRows = hasUnitNormRows;
        copy.redrawsDeadUnits = redrawsDeadUnits;
        copy.batchSize = batchSize;
        copy.seed = seed;
        copy.threads = threads;
        copy.log = log;
        copy.reportEvery = reportEvery;
        copy.listener = listener;
        copy.validation = validation;
        copy.checkpoints = checkpoints;
        return copy;
    }

    Batches batches(Samples samples) {
        Batches batches = isClassBalanced
                ? new ClassBalancedBatches(samples, batchSize, seed)
                : new ShuffledBatches(samples, batchSize, seed);
        return augmentation
                .<Batches>map(chosen -> new AugmentedBatches(batches, chosen, samples.range(), seed))
                .orElse(batches);
    }

    int stepsPerEpoch(Samples samples) {
        return (samples.size() + batchSize - 1) / batchSize;
    }

    /** What the parameters after each step depend on, in words: not the threads, the reports or the length. */
    Map<String, String> inWords(TrainableModel model, Samples samples) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("configuration of the model", Fingerprint.of(model.configuration()));
        words.put("training set", Fingerprint.of(samples));
        words.put("objective", objective.toString().replace('\n', ' '));
        words.put("batch size", String.valueOf(batchSize));
        words.put("seed", String.valueOf(seed));
        words.put("class balance", isClassBalanced ? "on" : "off");
        words.put(
                "augmentation",
                augmentation.map(chosen -> chosen.toString().replace('\n', ' ')).orElse("off"));
        words.put("scaling of rows", hasUnitNormRows ? "on" : "off");
        words.put("redrawing of dead units", redrawsDeadUnits ? "on" : "off");
        words.put(
                "validation",
                validation
                        .map(chosen -> chosen.toString().replace('\n', ' ') + " on " + Fingerprint.of(chosen.samples()))
                        .orElse("off"));
        return words;
    }
}
