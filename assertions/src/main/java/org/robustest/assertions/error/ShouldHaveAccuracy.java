package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.transformation.TransformationResult;

/** The message when too few samples are classified correctly after a transformation. */
public final class ShouldHaveAccuracy extends BasicErrorMessageFactory {

    private ShouldHaveAccuracy(TransformationResult actual, double required) {
        super(
                "Expecting an accuracy of at least %s after the transformation, but it was %s%n%s",
                required,
                unquotedString(Transformed.share(actual, actual.accuracy()).toString()),
                unquotedString(Transformed.of(
                        actual,
                        actual.outcomes().stream()
                                .filter(outcome -> !outcome.after().isCorrect())
                                .toList())));
    }

    /**
     * Creates the message.
     *
     * @param actual a result on at least one sample
     * @param required the share that was asked for
     * @return the message, with the first samples of which it is not true
     */
    public static ErrorMessageFactory shouldHaveAccuracyOfAtLeast(TransformationResult actual, double required) {
        return new ShouldHaveAccuracy(actual, required);
    }
}
