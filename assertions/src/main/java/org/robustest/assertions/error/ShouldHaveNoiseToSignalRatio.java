package org.robustest.assertions.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.NoiseToSignalRatio;
import org.robustest.evaluation.Prediction;
import org.robustest.perturbation.PerturbationSet;

/** The message when noise may outweigh the signal of too many samples. */
public final class ShouldHaveNoiseToSignalRatio extends BasicErrorMessageFactory {

    private ShouldHaveNoiseToSignalRatio(
            double bound,
            double required,
            PerturbationSet set,
            List<NoiseToSignalRatio> ratios,
            List<Prediction> predictions) {
        super(
                "Expecting a noise-to-signal ratio below %s under %s for at least %s of the samples, but it is for %s%n"
                        + "  largest:       %s%n"
                        + "  misclassified: %s",
                bound,
                unquotedString(set.toString()),
                required,
                unquotedString(share(bound, ratios, predictions).toString()),
                unquotedString(largest(ratios) + infinite(ratios)),
                unquotedString(misclassified(predictions)));
    }

    /**
     * Creates the message.
     *
     * @param bound what the ratio was to be below
     * @param required for which share of the samples
     * @param set the noise
     * @param ratios the ratio of each sample, at least one
     * @param predictions what the model says of each sample without noise, in the same order
     * @return the message, with the samples that have the largest ratios
     */
    public static ErrorMessageFactory shouldHaveNoiseToSignalRatioBelow(
            double bound,
            double required,
            PerturbationSet set,
            List<NoiseToSignalRatio> ratios,
            List<Prediction> predictions) {
        return new ShouldHaveNoiseToSignalRatio(bound, required, set, ratios, predictions);
    }

    private static Share share(double bound, List<NoiseToSignalRatio> ratios, List<Prediction> predictions) {
        int below = (int) IntStream.range(0, ratios.size())
                .filter(i -> predictions.get(i).isCorrect() && ratios.get(i).value() < bound)
                .count();
        return new Share(below, ratios.size());
    }

    private static String largest(List<NoiseToSignalRatio> ratios) {
        return FirstFew.of(ratios.stream()
                .sorted(Comparator.comparingDouble(NoiseToSignalRatio::value).reversed())
                .map(ratio -> ratio.sample().id() + String.format(Locale.ROOT, " %.4g", ratio.value()))
                .toList());
    }

    private static String infinite(List<NoiseToSignalRatio> ratios) {
        long count = ratios.stream()
                .filter(ratio -> Double.isInfinite(ratio.value()))
                .count();
        return count == 0
                ? ""
                : "; " + count + " of " + ratios.size()
                        + " are infinite, since the logit of the true class is not positive";
    }

    private static String misclassified(List<Prediction> predictions) {
        List<String> wrong = predictions.stream()
                .filter(prediction -> !prediction.isCorrect())
                .map(prediction -> prediction.sample().id())
                .toList();
        return wrong.isEmpty() ? "none" : FirstFew.of(wrong);
    }
}
