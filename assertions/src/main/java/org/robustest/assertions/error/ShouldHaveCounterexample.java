package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;

/** The message when there is no counterexample to go on with. */
public final class ShouldHaveCounterexample extends BasicErrorMessageFactory {

    private ShouldHaveCounterexample(RobustnessResult actual) {
        super(
                "Expecting a counterexample under %s but none is known%n%s",
                unquotedString(actual.set().toString()), unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual a result without a counterexample
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveCounterexample(RobustnessResult actual) {
        return new ShouldHaveCounterexample(actual);
    }
}
