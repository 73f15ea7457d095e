package org.robustest.assertions.error;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;

/** The message when a requirement does not hold for each class, patient, or other part of a result. */
public final class ShouldHoldForEach extends BasicErrorMessageFactory {

    private static final int EXAMPLES = 10;

    private ShouldHoldForEach(RobustnessResult actual, String kind, int parts, Map<String, AssertionError> failures) {
        super(
                "Expecting the requirement to hold for each %s but it does not for %s of %s:%n%s%n%s",
                unquotedString(kind),
                failures.size(),
                parts,
                unquotedString(reasons(kind, failures)),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual the whole result
     * @param kind what the parts are, such as {@code class} or {@code patient}
     * @param parts the number of parts
     * @param failures what failed, by the name of the part; at least one
     * @return the message, with the first line of each failure
     */
    public static ErrorMessageFactory shouldHoldForEach(
            RobustnessResult actual, String kind, int parts, Map<String, AssertionError> failures) {
        return new ShouldHoldForEach(actual, kind, parts, failures);
    }

    private static String reasons(String kind, Map<String, AssertionError> failures) {
        String first = failures.entrySet().stream()
                .limit(EXAMPLES)
                .map(entry -> "  " + kind + " " + entry.getKey() + ": " + firstLine(entry.getValue()))
                .collect(joining(System.lineSeparator()));
        return failures.size() > EXAMPLES
                ? first + System.lineSeparator() + "  and " + (failures.size() - EXAMPLES) + " more"
                : first;
    }

    private static String firstLine(AssertionError failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
