package org.robustest.assertions.error;

import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.transformation.TransformationResult;

/** The message when nothing can be concluded from what a model says of transformed samples. */
public final class ShouldTellOfTransformation extends BasicErrorMessageFactory {

    private ShouldTellOfTransformation(TransformationResult actual) {
        super(
                "Inconclusive, which does not pass: %s%n%s",
                unquotedString(String.join(System.lineSeparator() + "  ", actual.obstacles())),
                unquotedString(
                        actual.outcomes().isEmpty()
                                ? "  transformation: " + actual.transformation()
                                : Transformed.of(actual, List.of())));
    }

    /**
     * Creates the message.
     *
     * @param actual a result with at least one obstacle
     * @return the message, which lists the obstacles
     */
    public static ErrorMessageFactory shouldTellOfTransformation(TransformationResult actual) {
        return new ShouldTellOfTransformation(actual);
    }
}
