package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;

/** The message when too many samples are misclassified or broken. */
public final class ShouldHaveRobustAccuracy extends BasicErrorMessageFactory {

    private ShouldHaveRobustAccuracy(RobustnessResult actual, double required) {
        super(
                "Expecting a robust accuracy of at least %s under %s but it was %s%n%s",
                required,
                unquotedString(actual.set().toString()),
                unquotedString(Share.robust(actual).toString()),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual a result on at least one sample
     * @param required the robust accuracy that was asked for
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveRobustAccuracyOfAtLeast(RobustnessResult actual, double required) {
        return new ShouldHaveRobustAccuracy(actual, required);
    }
}
