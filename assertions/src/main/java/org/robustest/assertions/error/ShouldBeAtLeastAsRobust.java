package org.robustest.assertions.error;

import java.util.List;
import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.statistics.McNemarTest;

/** The message when another model is more robust. */
public final class ShouldBeAtLeastAsRobust extends BasicErrorMessageFactory {

    private ShouldBeAtLeastAsRobust(
            RobustnessResult actual, RobustnessResult other, List<String> lost, McNemarTest test, double confidence) {
        super(
                "Expecting the model to be at least as robust as the other one under %s but the other one is more robust, with"
                        + " %s %% confidence: robust accuracy %s against %s. Of the samples on which they differ, %s stand with"
                        + " this model alone, and %s with the other one alone (McNemar's test, p = %s)%n"
                        + "  lost:          %s%n%s",
                unquotedString(actual.set().toString()),
                Math.round(1e4 * confidence) / 100.0,
                unquotedString(Share.robust(actual).toString()),
                unquotedString(Share.robust(other).toString()),
                test.onlyFirst(),
                test.onlySecond(),
                unquotedString(String.format(Locale.ROOT, "%.4g", test.pValueThatSecondIsBetter())),
                unquotedString(FirstFew.of(lost)),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual the result of the model
     * @param other the result of the other model on the same samples
     * @param lost the ids of the samples that stand with the other model alone
     * @param test the comparison, with the model as the first one
     * @param confidence the confidence of the comparison
     * @return the message
     */
    public static ErrorMessageFactory shouldBeAtLeastAsRobust(
            RobustnessResult actual, RobustnessResult other, List<String> lost, McNemarTest test, double confidence) {
        return new ShouldBeAtLeastAsRobust(actual, other, lost, test, confidence);
    }
}
