package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.Counterexample;

/** The message when a model still gets a counterexample wrong. */
public final class ShouldNotBreak extends BasicErrorMessageFactory {

    private ShouldNotBreak(Counterexample actual) {
        super(
                "Expecting a model to get the counterexample right, but it does not predict the true class%n  %s",
                unquotedString(actual.toString()));
    }

    /**
     * Creates the message.
     *
     * @param actual the counterexample
     * @return the message
     */
    public static ErrorMessageFactory shouldNotBreak(Counterexample actual) {
        return new ShouldNotBreak(actual);
    }
}
