package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldHaveRobustAccuracyWithConfidence.shouldHaveRobustAccuracyOfAtLeast;

import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.statistics.ConfidenceInterval;

/** Assertions on a result whose robust accuracy on its samples is as large as required. */
public class RobustAccuracyAssert extends RobustnessResultAssert {

    private final double required;

    /**
     * Creates an assertion.
     *
     * @param actual the result
     * @param required the robust accuracy that was required of it, from 0 to 1
     */
    protected RobustAccuracyAssert(RobustnessResult actual, double required) {
        super(actual);
        this.required = required;
    }

    /**
     * Verifies that the robust accuracy is as large as required not only on these samples, but in the population that they were
     * drawn from at random: by the lower bound of Clopper and Pearson. It says nothing if they were chosen otherwise, and no
     * more than the attack: a better one may leave less.
     *
     * <pre>{@code
     * // passes: 20 of 20 stand, and were it less than 0.86 of the population, that would happen in less than 5 % of all draws
     * assertThat(model).on(twenty).under(linf(0.4)).hasRobustAccuracyOfAtLeast(0.86).withConfidence(0.95);
     *
     * // fails: 20 samples cannot tell as much as that
     * assertThat(model).on(twenty).under(linf(0.4)).hasRobustAccuracyOfAtLeast(0.87).withConfidence(0.95);
     * }</pre>
     *
     * @param confidence in how large a part of all draws of such samples an assertion fails that is not true, between 0.5 and 1
     * @return this assertion
     * @throws AssertionError if the lower bound is smaller than what was required
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1
     */
    public RobustAccuracyAssert withConfidence(double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "the confidence of a lower bound lies between 0.5 and 1, such as 0.95, but it" + " was "
                            + confidence);
        }
        verify(() -> {
            // On no samples, or on too few robust ones, the requirement has failed before.
            if (!actual.verdicts().isEmpty() && actual.robustAccuracy() >= required) {
                requireBound(confidence);
            }
        });
        return this;
    }

    private void requireBound(double confidence) {
        int robust = (int) actual.verdicts().stream().filter(Verdict::isRobust).count();
        double bound = ConfidenceInterval.clopperPearson(
                        robust, actual.verdicts().size(), 2 * confidence - 1)
                .lower();
        if (bound < required) {
            throw shortfall(
                    written(shouldHaveRobustAccuracyOfAtLeast(actual, required, confidence, bound), actual),
                    bound,
                    required);
        }
    }
}
