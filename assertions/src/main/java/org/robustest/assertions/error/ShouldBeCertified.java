package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;

/** The message when too little is proved. */
public final class ShouldBeCertified extends BasicErrorMessageFactory {

    private ShouldBeCertified(RobustnessResult actual, double required) {
        super(
                "Expecting a certified accuracy of at least %s under %s but it was %s. Of those that are not certified, no"
                        + " counterexample is known to %s: they may be robust, but it is not proved%n%s",
                required,
                unquotedString(actual.set().toString()),
                unquotedString(Share.certified(actual).toString()),
                unquotedString(Share.unbroken(actual).toString()),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual a result on at least one sample
     * @param required the certified accuracy that was asked for
     * @return the message, which tells what is not proved from what is broken
     */
    public static ErrorMessageFactory shouldBeCertifiedForAtLeast(RobustnessResult actual, double required) {
        return new ShouldBeCertified(actual, required);
    }
}
