package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Asks the user's own model about the samples as they are. */
final class CleanCheck {

    private static final int BATCHES_AT_ONCE = 16;

    private final Classifier original;
    private final PerturbationSet set;

    CleanCheck(Classifier original, PerturbationSet set) {
        this.original = original;
        this.set = set;
    }

    /** Returns for each sample: misclassified, failed, or unbroken so far. */
    List<Verdict> judge(Samples samples) {
        int size = samples.shape().size();
        int classes = original.classCount();
        int batchSize = original.preferredBatchSize() * BATCHES_AT_ONCE;
        float[] inputs = new float[Math.multiplyExact(Math.min(batchSize, samples.size()), size)];
        float[] logits = new float[Math.min(batchSize, samples.size()) * classes];
        List<Verdict> verdicts = new ArrayList<>(samples.size());
        for (int first = 0; first < samples.size(); first += batchSize) {
            int count = Math.min(batchSize, samples.size() - first);
            for (int i = 0; i < count; i++) {
                samples.get(first + i).copyInputTo(inputs, i * size);
            }
            boolean answered = answers(inputs, count, logits);
            for (int i = 0; i < count; i++) {
                Sample sample = samples.get(first + i);
                float[] answer = Arrays.copyOfRange(logits, i * classes, (i + 1) * classes);
                verdicts.add(invalidInput(sample, samples.range())
                        .orElseGet(() -> answered ? judge(sample, answer) : askAlone(sample)));
            }
        }
        return verdicts;
    }

    private boolean answers(float[] inputs, int count, float[] logits) {
        try {
            original.logits(inputs, count, logits);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Verdict askAlone(Sample sample) {
        float[] answer = new float[original.classCount()];
        try {
            original.logits(sample.input(), 1, answer);
        } catch (RuntimeException e) {
            return new Verdict.Failed(sample, "the model stopped with " + e, new Effort(1, 0));
        }
        return judge(sample, answer);
    }

    private static Verdict judge(Sample sample, float[] logits) {
        Effort effort = new Effort(1, 0);
        if (!Logits.areFinite(logits)) {
            return new Verdict.Failed(
                    sample, "the model gives the logits " + Arrays.toString(logits) + " for the input itself", effort);
        }
        if (Logits.areCorrect(logits, sample.label())) {
            return new Verdict.Unbroken(sample, effort);
        }
        return new Verdict.Misclassified(sample, Logits.strongestRival(logits, sample.label()), effort);
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
