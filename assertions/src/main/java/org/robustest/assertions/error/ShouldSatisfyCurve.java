package org.robustest.assertions.error;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;

/** The message when accuracy falls faster with the size of the perturbation than it may. */
public final class ShouldSatisfyCurve extends BasicErrorMessageFactory {

    private ShouldSatisfyCurve(RobustnessCurve actual, DoubleUnaryOperator required, List<RobustnessResult> missed) {
        super(
                "Expecting the robust accuracy to be at every size as large as required, but it is less at %s of %s sizes%n"
                        + "%s%n%s",
                missed.size(),
                actual.results().size(),
                unquotedString(actual.results().stream()
                        .map(result -> line(result, required))
                        .collect(joining(System.lineSeparator()))),
                unquotedString(Evidence.of(missed.get(0))));
    }

    /**
     * Creates the message.
     *
     * @param actual a curve that is below what is required at one size or more
     * @param required gives what is required at a size
     * @return the message, with a line for each size, and what was found at the first one that is missed
     */
    public static ErrorMessageFactory shouldSatisfyCurve(RobustnessCurve actual, DoubleUnaryOperator required) {
        return new ShouldSatisfyCurve(
                actual,
                required,
                actual.results().stream()
                        .filter(result -> isMissed(result, required))
                        .toList());
    }

    private static boolean isMissed(RobustnessResult result, DoubleUnaryOperator required) {
        return result.robustAccuracy() < required.applyAsDouble(result.set().epsilon());
    }

    private static String line(RobustnessResult result, DoubleUnaryOperator required) {
        double epsilon = result.set().epsilon();
        return "  at " + epsilon + ": " + Share.robust(result) + ", required " + required.applyAsDouble(epsilon)
                + (isMissed(result, required) ? ", which is missed" : "");
    }
}
