package org.robustest.assertions.error;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;

/** The message when accuracy is too small in the mean over the size of the perturbation. */
public final class ShouldHaveArea extends BasicErrorMessageFactory {

    private ShouldHaveArea(RobustnessCurve actual, double required) {
        super(
                "Expecting a mean robust accuracy of at least %s over all sizes up to %s but it was %s%n%s%n%s",
                required,
                largest(actual).set().epsilon(),
                unquotedString(String.format(Locale.ROOT, "%.4f", actual.area())),
                unquotedString(actual.results().stream()
                        .map(result -> "  at " + result.set().epsilon() + ": " + Share.robust(result))
                        .collect(joining(System.lineSeparator()))),
                unquotedString(Evidence.of(largest(actual))));
    }

    /**
     * Creates the message.
     *
     * @param actual the curve
     * @param required the mean that was asked for
     * @return the message, with a line for each size, and what was found at the largest
     */
    public static ErrorMessageFactory shouldHaveAreaOfAtLeast(RobustnessCurve actual, double required) {
        return new ShouldHaveArea(actual, required);
    }

    private static RobustnessResult largest(RobustnessCurve actual) {
        return actual.results().get(actual.results().size() - 1);
    }
}
