package org.robustest.assertions.error;

import static java.util.stream.Collectors.joining;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;

/** The message when nothing can be concluded from a result. */
public final class ShouldBeConclusive extends BasicErrorMessageFactory {

    private ShouldBeConclusive(RobustnessResult actual) {
        super(
                "Inconclusive, which does not pass:%s%n%s",
                unquotedString(obstacles(actual)), unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual a result with at least one obstacle
     * @return the message, which lists the obstacles
     */
    public static ErrorMessageFactory shouldBeConclusive(RobustnessResult actual) {
        return new ShouldBeConclusive(actual);
    }

    private static String obstacles(RobustnessResult actual) {
        return actual.obstacles().stream().collect(joining(System.lineSeparator() + "  ", " ", ""));
    }
}
