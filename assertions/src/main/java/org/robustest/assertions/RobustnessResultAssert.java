package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldBeCertified.shouldBeCertifiedForAtLeast;
import static org.robustest.assertions.error.ShouldBeConclusive.shouldBeConclusive;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracy.shouldHaveRobustAccuracyOfAtLeast;
import static org.robustest.assertions.error.ShouldRemainCorrect.shouldRemainCorrect;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessResult;

/**
 * Assertions on what an evaluation found.
 *
 * <p>None of them passes on a result from which nothing can be concluded, such as one on no samples.
 */
public class RobustnessResultAssert extends AbstractAssert<RobustnessResultAssert, RobustnessResult> {

    /**
     * Creates an assertion.
     *
     * @param actual the result
     */
    public RobustnessResultAssert(RobustnessResult actual) {
        super(actual, RobustnessResultAssert.class);
    }

    /**
     * Verifies that something can be concluded from the result: it has no {@linkplain RobustnessResult#obstacles()
     * obstacle}.
     *
     * <pre>{@code
     * // passes: all samples could be judged, and the model gets some of them right
     * assertThat(evaluation.evaluate(samples, linf(0.1))).isConclusive();
     *
     * // fails: nothing was tested
     * assertThat(evaluation.evaluate(samples.where(sample -> false), linf(0.1))).isConclusive();
     * }</pre>
     *
     * @return this assertion
     * @throws AssertionError if there is an obstacle
     */
    public RobustnessResultAssert isConclusive() {
        isNotNull();
        if (!actual.obstacles().isEmpty()) {
            throwAssertionError(shouldBeConclusive(actual));
        }
        return this;
    }

    /**
     * Verifies that the model gets every sample right, and that no counterexample to one of them is known.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input, and the inputs are 0.5 and -0.5
     * assertThat(evaluation.evaluate(samples, linf(0.4))).remainsCorrect();
     *
     * // fails: a perturbation of 0.5 reaches the boundary
     * assertThat(evaluation.evaluate(samples, linf(0.6))).remainsCorrect();
     * }</pre>
     *
     * @return this assertion
     * @throws AssertionError if a sample is misclassified or broken, or the result is inconclusive
     */
    public RobustnessResultAssert remainsCorrect() {
        isConclusive();
        if (actual.robustAccuracy() < 1) {
            throw shortfall(shouldRemainCorrect(actual), 1);
        }
        return this;
    }

    /**
     * Verifies that a share of ALL samples is classified correctly and has no known counterexample.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input; of the inputs 0.5 and 1.5 the second one stands
     * assertThat(evaluation.evaluate(samples, linf(0.6))).hasRobustAccuracyOfAtLeast(0.5);
     *
     * // fails: the first one falls
     * assertThat(evaluation.evaluate(samples, linf(0.6))).hasRobustAccuracyOfAtLeast(0.75);
     * }</pre>
     *
     * @param required the smallest robust accuracy that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the robust accuracy is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1
     */
    public RobustnessResultAssert hasRobustAccuracyOfAtLeast(double required) {
        RequiredAccuracy.check(required);
        isConclusive();
        if (actual.robustAccuracy() < required) {
            throw shortfall(shouldHaveRobustAccuracyOfAtLeast(actual, required), required);
        }
        return this;
    }

    /**
     * Verifies that it is proved of a share of ALL samples that they have no counterexample.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input; of the inputs 0.5 and 1.5 the second one is out of reach
     * assertThat(evaluation.evaluate(samples, linf(0.6))).isCertifiedForAtLeast(0.5);
     *
     * // fails: nothing can be proved of the first one, for which there is a counterexample
     * assertThat(evaluation.evaluate(samples, linf(0.6))).isCertifiedForAtLeast(0.75);
     * }</pre>
     *
     * @param required the smallest certified accuracy that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the certified accuracy is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1
     */
    public RobustnessResultAssert isCertifiedForAtLeast(double required) {
        RequiredAccuracy.check(required);
        isConclusive();
        if (actual.certifiedAccuracy() < required) {
            throw failureWithActualExpected(
                    actual.certifiedAccuracy(),
                    required,
                    "%s",
                    shouldBeCertifiedForAtLeast(actual, required).create());
        }
        return this;
    }

    /**
     * Goes on with the samples of one class.
     *
     * <pre>{@code
     * // passes, if of the samples of class V three out of four stand
     * assertThat(result).forClass("V").hasRobustAccuracyOfAtLeast(0.75);
     *
     * // fails, if there is no sample of class V: a check of nothing is inconclusive
     * assertThat(result).forClass("V").hasRobustAccuracyOfAtLeast(0.75);
     * }</pre>
     *
     * @param className the name of the true class
     * @return an assertion on the part of the result that is about that class
     * @throws IllegalArgumentException if no class has that name
     */
    public RobustnessResultAssert forClass(String className) {
        isNotNull();
        String description = descriptionText().isEmpty() ? "" : descriptionText() + ", ";
        return extracting(result -> result.forClass(className), RobustnessResultAssert::new)
                .as("%sclass %s", description, className);
    }

    private AssertionError shortfall(ErrorMessageFactory message, double required) {
        return failureWithActualExpected(actual.robustAccuracy(), required, "%s", message.create());
    }
}
