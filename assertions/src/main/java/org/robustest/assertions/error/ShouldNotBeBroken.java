package org.robustest.assertions.error;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.attack.Budget;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;

/** The message when a bounded effort is enough to break samples. */
public final class ShouldNotBeBroken extends BasicErrorMessageFactory {

    private ShouldNotBeBroken(RobustnessResult actual, Budget budget) {
        super(
                "Expecting none of the samples that the model gets right to be broken under %s within %s a sample, but %s of"
                        + " them are%n%s",
                unquotedString(actual.set().toString()),
                unquotedString(budget.toString()),
                actual.verdicts(Verdict.Broken.class).size(),
                unquotedString(Evidence.of(actual)));
    }

    /**
     * Creates the message.
     *
     * @param actual a result with at least one counterexample
     * @param budget the effort that was allowed
     * @return the message
     */
    public static ErrorMessageFactory shouldNotBeBrokenWithin(RobustnessResult actual, Budget budget) {
        return new ShouldNotBeBroken(actual, budget);
    }
}
