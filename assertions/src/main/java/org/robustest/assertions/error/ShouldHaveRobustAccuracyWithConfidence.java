package org.robustest.assertions.error;

import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;

/** The message when samples are too few, or too few of them robust, to tell that a population is. */
public final class ShouldHaveRobustAccuracyWithConfidence extends BasicErrorMessageFactory {

    private ShouldHaveRobustAccuracyWithConfidence(
            RobustnessResult actual, double required, double confidence, double bound) {
        super(
                "Expecting a robust accuracy of at least %s under %s in the population that the samples were drawn from,"
                        + " with %s %% confidence, but no more is shown than %s. On the samples it was %s; if that is what it"
                        + " is in the population too, test more of them%n%s",
                required,
                unquotedString(actual.set().toString()),
                Math.round(1e4 * confidence) / 100.0,
                unquotedString(String.format(Locale.ROOT, "%.4f", bound)),
                unquotedString(Share.robust(actual).toString()),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual a result on at least one sample
     * @param required the robust accuracy that was asked for
     * @param confidence the confidence that was asked for
     * @param bound the lower bound of the robust accuracy in the population with that confidence
     * @return the message, which keeps the population apart from the samples
     */
    public static ErrorMessageFactory shouldHaveRobustAccuracyOfAtLeast(
            RobustnessResult actual, double required, double confidence, double bound) {
        return new ShouldHaveRobustAccuracyWithConfidence(actual, required, confidence, bound);
    }
}
