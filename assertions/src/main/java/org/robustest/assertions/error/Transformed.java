package org.robustest.assertions.error;

import java.util.List;
import java.util.Locale;
import org.robustest.evaluation.Prediction;
import org.robustest.transformation.TransformationResult;

/** What was transformed and found, line by line. */
final class Transformed {

    private Transformed() {}

    static String of(TransformationResult result, List<TransformationResult.Outcome> wrong) {
        String counts = String.format(
                Locale.ROOT,
                "  transformation: %s, seed %d%n  clean:          %s",
                result.transformation(),
                result.seed(),
                share(result, result.cleanAccuracy()));
        return wrong.isEmpty()
                ? counts
                : counts
                        + String.format(
                                Locale.ROOT,
                                "%n  first:          %s",
                                FirstFew.of(wrong.stream()
                                        .map(outcome ->
                                                outcome.before().sample().id() + ": " + name(result, outcome.before())
                                                        + " -> " + name(result, outcome.after()))
                                        .toList()));
    }

    static Share share(TransformationResult result, double share) {
        int whole = result.outcomes().size();
        return new Share((int) Math.round(share * whole), whole);
    }

    private static String name(TransformationResult result, Prediction prediction) {
        return result.samples().classNames().get(prediction.label());
    }
}
