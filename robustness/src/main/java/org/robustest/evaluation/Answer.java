package org.robustest.evaluation;

import java.util.Arrays;
import org.robustest.attack.internal.Margin;
import org.robustest.samples.Sample;

/** What the user's own model says of one sample as it is, or how it failed. */
final class Answer {

    /** More than the rounding of a batch that is summed in another order, relative to the largest logit. */
    private static final double SAME = 1e-3;

    private static final double SUM_OF_PROBABILITIES = 1e-4;

    private final Sample sample;
    private final float[] logits;
    private final String failure;

    Answer(Sample sample, float[] logits, String failure) {
        this.sample = sample;
        this.logits = logits;
        this.failure = failure;
    }

    Sample sample() {
        return sample;
    }

    float[] logits() {
        return logits.clone();
    }

    Verdict judge() {
        Effort effort = new Effort(1, 0);
        if (!failure.isEmpty()) {
            return new Verdict.Failed(sample, failure, effort);
        }
        if (!Logits.areFinite(logits)) {
            return new Verdict.Failed(
                    sample, "the model gives the logits " + Arrays.toString(logits) + " for the input itself", effort);
        }
        if (isCorrect()) {
            return new Verdict.Unbroken(sample, effort);
        }
        return new Verdict.Misclassified(sample, Margin.strongestRival(logits, sample.label()), effort);
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
        double difference = 0;
        for (int k = 0; k < logits.length; k++) {
            difference = Math.max(difference, Math.abs((double) logits[k] - other.logits[k]));
        }
        return difference <= SAME * Logits.largest(other.logits);
    }

    double margin() {
        return Logits.margin(logits, sample.label());
    }

    boolean isCorrect() {
        return failure.isEmpty() && Logits.areFinite(logits) && Logits.areCorrect(logits, sample.label());
    }

    /** Tells whether the cross-entropy of float32 has no gradient left: {@code exp(-margin)} is 0. */
    boolean isSaturated() {
        return (float) Math.exp(-margin()) == 0;
    }

    /** Tells whether the float next to the largest logit is a hundredth of the margin away, or more. */
    boolean isCoarse() {
        return margin() <= 100 * Math.ulp((float) Logits.largest(logits));
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
