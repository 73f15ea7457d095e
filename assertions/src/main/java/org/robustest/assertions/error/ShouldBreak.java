package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.Counterexample;

/** The message when a model gets a counterexample right. */
public final class ShouldBreak extends BasicErrorMessageFactory {

    private ShouldBreak(Counterexample actual) {
        super(
                "Expecting a model to get the counterexample wrong, but it predicts the true class, %s%n  %s",
                actual.sample().label(), unquotedString(actual.toString()));
    }

    /**
     * Creates the message.
     *
     * @param actual the counterexample
     * @return the message
     */
    public static ErrorMessageFactory shouldBreak(Counterexample actual) {
        return new ShouldBreak(actual);
    }
}
