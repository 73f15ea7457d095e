package org.robustest.assertions.error;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.robustest.evaluation.Prediction;
import org.robustest.transformation.TransformationResult;

/** What was transformed and found, line by line. */
final class Transformed {

    private Transformed() {}

    static String of(TransformationResult result, List<TransformationResult.Outcome> wrong) {
        String counts = String.format(
                Locale.ROOT,
                "  transformation: %s, seed %d%n  accuracy:       %s before, %s after",
                result.transformation(),
                result.seed(),
                share(result, result.cleanAccuracy()),
                share(result, result.accuracy()));
        return wrong.isEmpty()
                ? counts
                : counts
                        + String.format(
                                Locale.ROOT,
                                "%n  by class:       %s%n  first:          %s",
                                byClass(result, wrong),
                                first(result, wrong));
    }

    /** Returns how many samples of each class are meant, such as {@code N 3 of 160}. */
    private static String byClass(TransformationResult result, List<TransformationResult.Outcome> wrong) {
        int[] all = result.samples().countsByLabel();
        int[] counts = new int[all.length];
        wrong.forEach(outcome -> counts[outcome.before().sample().label()]++);
        return IntStream.range(0, all.length)
                .mapToObj(label -> result.samples().classNames().get(label) + " " + counts[label] + " of " + all[label])
                .collect(Collectors.joining(", "));
    }

    private static String first(TransformationResult result, List<TransformationResult.Outcome> wrong) {
        return FirstFew.of(wrong.stream()
                .map(outcome -> outcome.before().sample().id() + ": " + name(result, outcome.before()) + " -> "
                        + name(result, outcome.after()))
                .toList());
    }

    static Share share(TransformationResult result, double share) {
        int whole = result.outcomes().size();
        return new Share((int) Math.round(share * whole), whole);
    }

    private static String name(TransformationResult result, Prediction prediction) {
        return result.samples().classNames().get(prediction.label());
    }
}
