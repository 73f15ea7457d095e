package org.robustest.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.robustest.attack.internal.Margin;
import org.robustest.classifier.Classifier;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * What a model says of one sample as it is.
 *
 * @param sample the sample
 * @param label the class that the model predicts; if another one ties with the true class, that other one
 * @param margin the logit of the true class minus the largest of the others; not a number if the logits are none
 */
public record Prediction(Sample sample, int label, double margin) {

    /**
     * Asks a model about samples.
     *
     * @param classifier the model; its {@link Classifier#original()} is asked
     * @param samples the samples
     * @return the predictions, in the order of the samples
     * @throws IllegalArgumentException if the samples do not fit the model
     */
    public static List<Prediction> of(Classifier classifier, Samples samples) {
        Fit.require(classifier, samples);
        List<Sample> all = StreamSupport.stream(samples.spliterator(), false).toList();
        List<float[]> logits = Logits.of(classifier.original(), all);
        return IntStream.range(0, all.size())
                .mapToObj(i -> of(all.get(i), logits.get(i)))
                .toList();
    }

    static Prediction of(Sample sample, float[] logits) {
        int label = sample.label();
        return Logits.areFinite(logits)
                ? new Prediction(
                        sample,
                        Logits.areCorrect(logits, label) ? label : Margin.strongestRival(logits, label),
                        Logits.margin(logits, label))
                : new Prediction(sample, Margin.strongestRival(logits, label), Double.NaN);
    }

    /**
     * Tells whether the model gets the sample right.
     *
     * @return {@code true} if the true class has the largest logit, alone
     */
    public boolean isCorrect() {
        return margin > 0;
    }

    /**
     * Tells whether the model gave numbers.
     *
     * @return {@code false} if a logit is infinite or not a number
     */
    public boolean isFinite() {
        return !Double.isNaN(margin);
    }
}
