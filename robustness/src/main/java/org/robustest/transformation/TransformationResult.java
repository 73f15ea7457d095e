package org.robustest.transformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Prediction;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * What a model says of samples before and after a transformation. All shares are shares of ALL samples, and counts on these samples.
 */
public final class TransformationResult {

    /**
     * What the model says of one sample.
     *
     * @param before the prediction for the sample as it is
     * @param after the prediction for the transformed input
     */
    public record Outcome(Prediction before, Prediction after) {}

    private final Samples samples;
    private final String transformation;
    private final long seed;
    private final List<Outcome> outcomes;
    private final int changed;
    private final List<String> outside;

    private TransformationResult(
            Samples samples,
            String transformation,
            long seed,
            List<Outcome> outcomes,
            int changed,
            List<String> outside) {
        this.samples = samples;
        this.transformation = transformation;
        this.seed = seed;
        this.outcomes = List.copyOf(outcomes);
        this.changed = changed;
        this.outside = List.copyOf(outside);
    }

    /**
     * Asks a model about samples and about what a transformation makes of them.
     *
     * @param classifier the model; its {@link Classifier#original()} is asked, two passes a sample
     * @param samples the samples
     * @param transformation the transformation
     * @param seed the seed that every random number of the transformation depends on
     * @return what it says
     * @throws IllegalArgumentException if the samples do not fit the model or the transformation
     */
    public static TransformationResult of(
            Classifier classifier, Samples samples, Transformation transformation, long seed) {
        Samples.Builder transformed = Samples.builder(samples.shape(), samples.classNames());
        int changed = 0;
        List<String> outside = new ArrayList<>();
        for (Sample sample : samples) {
            float[] values = transformation.apply(sample, seed);
            changed += Arrays.equals(values, sample.input()) ? 0 : 1;
            for (float value : values) {
                if (!samples.range().contains(value)) {
                    outside.add(sample.id());
                    break;
                }
            }
            transformed.add(sample.id(), values, sample.label(), sample.tags());
        }
        List<Prediction> before = Prediction.of(classifier, samples);
        List<Prediction> after = Prediction.of(classifier, transformed.build());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            outcomes.add(new Outcome(before.get(i), after.get(i)));
        }
        return new TransformationResult(samples, transformation.toString(), seed, outcomes, changed, outside);
    }

    /**
     * Returns the samples.
     *
     * @return the samples as they are, in the order of the outcomes
     */
    public Samples samples() {
        return samples;
    }

    /**
     * Returns the transformation.
     *
     * @return the expression that makes it
     */
    public String transformation() {
        return transformation;
    }

    /**
     * Returns the seed of the run.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * Returns what the model says of each sample.
     *
     * @return the outcomes, in the order of the samples; unmodifiable
     */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /**
     * Returns the share of samples of which the model says the same before and after, right or wrong.
     *
     * @return the share, from 0 to 1; NaN on no samples
     */
    public double invariance() {
        return equivariance(UnaryOperator.identity());
    }

    /**
     * Returns the share of samples of which the model says after the transformation what follows from what it says before.
     *
     * @param classes gives for the name of a class that of the class that the transformation makes of it
     * @return the share, from 0 to 1; NaN on no samples
     * @throws IllegalArgumentException if there is no class of the name that is given
     */
    public double equivariance(UnaryOperator<String> classes) {
        return share(outcome -> follows(outcome, classes));
    }

    /**
     * Returns the outcomes in which the model does not say what follows from what it says before.
     *
     * @param classes gives for the name of a class that of the class that the transformation makes of it
     * @return the outcomes, in the order of the samples
     * @throws IllegalArgumentException if there is no class of the name that is given
     */
    public List<Outcome> violations(UnaryOperator<String> classes) {
        return outcomes.stream().filter(outcome -> !follows(outcome, classes)).toList();
    }

    private boolean follows(Outcome outcome, UnaryOperator<String> classes) {
        String expected =
                classes.apply(samples.classNames().get(outcome.before().label()));
        return samples.label(expected) == outcome.after().label();
    }

    /**
     * Returns the share of samples that the model gets right after the transformation, which leaves their classes as they are.
     *
     * @return the accuracy, from 0 to 1; NaN on no samples
     */
    public double accuracy() {
        return share(outcome -> outcome.after().isCorrect());
    }

    /**
     * Returns the share of samples that the model gets right as they are.
     *
     * @return the accuracy, from 0 to 1; NaN on no samples
     */
    public double cleanAccuracy() {
        return share(outcome -> outcome.before().isCorrect());
    }

    private double share(Predicate<Outcome> condition) {
        return (double) outcomes.stream().filter(condition).count() / outcomes.size();
    }

    /**
     * Returns the reasons why nothing can be concluded from this result.
     *
     * @return the reasons, each a sentence that says what to do; empty if there is none
     */
    public List<String> obstacles() {
        if (outcomes.isEmpty()) {
            return List.of("There are no samples: nothing was tested. Check what the provider of the samples returns.");
        }
        List<String> obstacles = new ArrayList<>();
        if (changed == 0) {
            obstacles.add("The transformation changes none of the inputs: nothing was tested. Make it stronger.");
        }
        if (!outside.isEmpty()) {
            obstacles.add(outside.size() + " of " + outcomes.size() + " transformed inputs leave the declared range "
                    + samples.range() + ", the first is that of " + outside.get(0)
                    + ". Keep them there by transformation.within(low, high), or declare the range that is valid.");
        }
        List<Outcome> failed = outcomes.stream()
                .filter(outcome ->
                        !outcome.before().isFinite() || !outcome.after().isFinite())
                .toList();
        if (!failed.isEmpty()) {
            obstacles.add("The model gives logits that are no finite numbers for " + failed.size() + " of "
                    + outcomes.size() + " samples, the first is "
                    + failed.get(0).before().sample().id() + ".");
        }
        if (outcomes.stream().noneMatch(outcome -> outcome.before().isCorrect())) {
            obstacles.add(
                    "No sample is classified correctly even without the transformation. Check that the preprocessing,"
                            + " the order of the classes and the labels are those of the training.");
        }
        return List.copyOf(obstacles);
    }

    /** Returns the transformation and the shares in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, seed %d: accuracy %.4f, clean accuracy %.4f, the same prediction for %.4f (%d samples)",
                transformation,
                seed,
                accuracy(),
                cleanAccuracy(),
                invariance(),
                outcomes.size());
    }
}
