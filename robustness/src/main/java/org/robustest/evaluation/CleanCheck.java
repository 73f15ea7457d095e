package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * Asks the user's own model about the samples as they are: once about all of them, and a second time, in the opposite order,
 * about those that it got right.
 */
final class CleanCheck {

    private static final int BATCHES_AT_ONCE = 16;

    /** More than the rounding of a batch that is summed in another order, relative to the largest logit. */
    private static final double SAME = 1e-3;

    private static final double SUM_OF_PROBABILITIES = 1e-4;

    private final Classifier original;
    private final PerturbationSet set;
    private final List<String> obstacles = new ArrayList<>();
    private double[] margins = {};

    CleanCheck(Classifier original, PerturbationSet set) {
        this.original = original;
        this.set = set;
    }

    /** Returns for each sample: misclassified, failed, or unbroken so far. */
    List<Verdict> judge(Samples samples) {
        List<Sample> all =
                IntStream.range(0, samples.size()).mapToObj(samples::get).toList();
        List<Answer> answers = ask(all);
        margins = answers.stream().mapToDouble(Answer::margin).toArray();
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Answer answer = answers.get(i);
            verdicts.add(invalidInput(all.get(i), samples.range()).orElseGet(answer::judge));
        }
        askAgain(answers, verdicts);
        if (!answers.isEmpty() && answers.stream().allMatch(Answer::isProbability)) {
            obstacles.add(
                    "The outputs of the model are probabilities: for every sample they lie in 0..1 and add up to 1."
                            + " A softmax hides from an attack where to go; give the classifier the logits, the values before"
                            + " the softmax.");
        }
        if (!answers.isEmpty() && areSameForDifferentInputs(answers)) {
            obstacles.add("The model gives the same logits for each of the " + answers.size() + " samples, "
                    + Arrays.toString(answers.get(0).logits)
                    + ". It does not look at its input; check that its weights were loaded.");
        }
        return verdicts;
    }

    private static boolean areSameForDifferentInputs(List<Answer> answers) {
        return answers.stream().allMatch(answers.get(0)::isSame)
                && answers.stream()
                        .anyMatch(answer -> !Arrays.equals(
                                answer.sample.input(), answers.get(0).sample.input()));
    }

    /** Returns what the answers say of the model as a whole that keeps a verdict on it from meaning anything. */
    List<String> obstacles() {
        return obstacles;
    }

    /** Returns the margin of each of the samples that were judged. */
    double[] margins() {
        return margins;
    }

    private List<Answer> ask(List<Sample> samples) {
        int classes = original.classCount();
        int batchSize = Math.min(original.preferredBatchSize() * BATCHES_AT_ONCE, samples.size());
        int size = original.inputShape().size();
        float[] inputs = new float[Math.multiplyExact(batchSize, size)];
        float[] logits = new float[batchSize * classes];
        List<Answer> answers = new ArrayList<>(samples.size());
        for (int first = 0; first < samples.size(); first += batchSize) {
            int count = Math.min(batchSize, samples.size() - first);
            for (int i = 0; i < count; i++) {
                samples.get(first + i).copyInputTo(inputs, i * size);
            }
            boolean answered = answers(inputs, count, logits);
            for (int i = 0; i < count; i++) {
                Sample sample = samples.get(first + i);
                answers.add(
                        answered
                                ? new Answer(sample, Arrays.copyOfRange(logits, i * classes, (i + 1) * classes), "")
                                : askAlone(sample));
            }
        }
        return answers;
    }

    private boolean answers(float[] inputs, int count, float[] logits) {
        try {
            original.logits(inputs, count, logits);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Answer askAlone(Sample sample) {
        float[] logits = new float[original.classCount()];
        try {
            original.logits(sample.input(), 1, logits);
        } catch (RuntimeException e) {
            return new Answer(sample, logits, "the model stopped with " + e);
        }
        return new Answer(sample, logits, "");
    }

    /** A model that draws random numbers, or whose answer depends on the batch, gives another answer. */
    private void askAgain(List<Answer> answers, List<Verdict> verdicts) {
        List<Integer> standing = new ArrayList<>();
        for (int i = verdicts.size() - 1; i >= 0; i--) {
            if (verdicts.get(i) instanceof Verdict.Unbroken) {
                standing.add(i);
            }
        }
        List<Answer> again =
                ask(standing.stream().map(i -> verdicts.get(i).sample()).toList());
        for (int j = 0; j < standing.size(); j++) {
            int i = standing.get(j);
            verdicts.set(i, again.get(j).compareWith(answers.get(i)));
        }
    }

    private Optional<Verdict> invalidInput(Sample sample, InputRange declared) {
        float[] input = sample.input();
        for (InputRange range : List.of(declared, set.range())) {
            for (int i = 0; i < input.length; i++) {
                if (!range.contains(input[i])) {
                    String reason =
                            "its value " + input[i] + " at index " + i + " lies outside the declared range " + range;
                    return Optional.of(new Verdict.Failed(sample, reason, Effort.NONE));
                }
            }
        }
        return Optional.empty();
    }

    /** What the model says of one sample, or how it failed. */
    private static final class Answer {

        private final Sample sample;
        private final float[] logits;
        private final String failure;

        Answer(Sample sample, float[] logits, String failure) {
            this.sample = sample;
            this.logits = logits;
            this.failure = failure;
        }

        Verdict judge() {
            Effort effort = new Effort(1, 0);
            if (!failure.isEmpty()) {
                return new Verdict.Failed(sample, failure, effort);
            }
            if (!Logits.areFinite(logits)) {
                return new Verdict.Failed(
                        sample,
                        "the model gives the logits " + Arrays.toString(logits) + " for the input itself",
                        effort);
            }
            if (Logits.areCorrect(logits, sample.label())) {
                return new Verdict.Unbroken(sample, effort);
            }
            return new Verdict.Misclassified(sample, Logits.strongestRival(logits, sample.label()), effort);
        }

        Verdict compareWith(Answer first) {
            Effort effort = new Effort(2, 0);
            if (!failure.isEmpty()) {
                return new Verdict.Failed(sample, failure, effort);
            }
            if (!isLike(first)) {
                return new Verdict.Failed(
                        sample,
                        "the model gives the logits " + Arrays.toString(first.logits) + " for it, and "
                                + Arrays.toString(logits) + " when asked again in another batch; switch off dropout"
                                + " and whatever else makes an answer depend on chance or on other inputs",
                        effort);
            }
            return new Verdict.Unbroken(sample, effort);
        }

        private boolean isLike(Answer other) {
            double largest = 0;
            double difference = 0;
            for (int k = 0; k < logits.length; k++) {
                largest = Math.max(largest, Math.abs(other.logits[k]));
                difference = Math.max(difference, Math.abs((double) logits[k] - other.logits[k]));
            }
            return difference <= SAME * largest;
        }

        double margin() {
            return Logits.margin(logits, sample.label());
        }

        boolean isSame(Answer other) {
            return failure.isEmpty() && other.failure.isEmpty() && Arrays.equals(logits, other.logits);
        }

        boolean isProbability() {
            double sum = 0;
            for (float logit : logits) {
                if (!(logit >= 0 && logit <= 1)) {
                    return false;
                }
                sum += logit;
            }
            return Math.abs(sum - 1) <= SUM_OF_PROBABILITIES;
        }
    }
}
