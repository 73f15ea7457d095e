package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;

/** The message when not every sample is right and stays right. */
public final class ShouldRemainCorrect extends BasicErrorMessageFactory {

    private ShouldRemainCorrect(RobustnessResult actual, int misclassified, int broken) {
        super(
                "Expecting all of %s samples to remain correct under %s but only %s do (broken: %s, misclassified even"
                        + " without a perturbation: %s)%s%n%s",
                actual.verdicts().size(),
                unquotedString(actual.set().toString()),
                (int) actual.verdicts().stream().filter(Verdict::isRobust).count(),
                broken,
                misclassified,
                unquotedString(misclassified == 0 ? "" : remedy()),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual a result on at least one sample
     * @return the message, which tells the broken from those that are misclassified without a perturbation
     */
    public static ErrorMessageFactory shouldRemainCorrect(RobustnessResult actual) {
        return new ShouldRemainCorrect(
                actual,
                actual.verdicts(Verdict.Misclassified.class).size(),
                actual.verdicts(Verdict.Broken.class).size());
    }

    private static String remedy() {
        return String.format("%n  If not all of them have to be right, ask for a share,"
                + " under(set).hasRobustAccuracyOfAtLeast(share), or leave them out, on(samples.where(condition)).");
    }
}
