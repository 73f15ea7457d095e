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

    private final Classifier original;
    private final PerturbationSet set;
    private List<Answer> answers = List.of();

    CleanCheck(Classifier original, PerturbationSet set) {
        this.original = original;
        this.set = set;
    }

    /** Returns for each sample: misclassified, failed, or unbroken so far. */
    List<Verdict> judge(Samples samples) {
        List<Sample> all =
                IntStream.range(0, samples.size()).mapToObj(samples::get).toList();
        answers = ask(all);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Answer answer = answers.get(i);
            verdicts.add(invalidInput(all.get(i), samples.range()).orElseGet(answer::judge));
        }
        askAgain(verdicts);
        return verdicts;
    }

    /** Returns what was answered about each of the samples that were judged. */
    LogitsCheck logits() {
        return new LogitsCheck(answers);
    }

    /** Returns the margin of each of the samples that were judged. */
    double[] margins() {
        return answers.stream().mapToDouble(Answer::margin).toArray();
    }

    private List<Answer> ask(List<Sample> samples) {
        int classes = original.classCount();
        int batchSize = Math.min(original.preferredBatchSize() * BATCHES_AT_ONCE, samples.size());
        int size = original.inputShape().size();
        float[] inputs = new float[Math.multiplyExact(batchSize, size)];
        float[] logits = new float[batchSize * classes];
        List<Answer> given = new ArrayList<>(samples.size());
        for (int first = 0; first < samples.size(); first += batchSize) {
            int count = Math.min(batchSize, samples.size() - first);
            for (int i = 0; i < count; i++) {
                samples.get(first + i).copyInputTo(inputs, i * size);
            }
            boolean answered = answers(inputs, count, logits);
            for (int i = 0; i < count; i++) {
                Sample sample = samples.get(first + i);
                given.add(
                        answered
                                ? new Answer(sample, Arrays.copyOfRange(logits, i * classes, (i + 1) * classes), "")
                                : askAlone(sample));
            }
        }
        return given;
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
    private void askAgain(List<Verdict> verdicts) {
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
}
