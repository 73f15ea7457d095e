package org.robustest.assertions;

import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.SoftAssertionsProvider;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.transformation.TransformationResult;

/**
 * The soft assertions of Robustest, to be combined with those of others in a class that extends {@link
 * org.assertj.core.api.AbstractSoftAssertions}.
 *
 * <p>Nothing can be checked of what is null, and arguments that make no sense are errors of the test itself: both end it at once.
 */
public interface RobustnessSoftAssertionsProvider extends SoftAssertionsProvider {

    /**
     * Starts an assertion on a model.
     *
     * @param actual the model
     * @return the assertion, which still has to be told the samples
     */
    @CheckReturnValue
    default ClassifierAssert assertThat(Classifier actual) {
        return RobustnessAssertions.assertThat(actual).reporting(Reporting.softly(this));
    }

    /**
     * Starts an assertion on what an evaluation found.
     *
     * @param actual the result
     * @return the assertion
     */
    @CheckReturnValue
    default RobustnessResultAssert assertThat(RobustnessResult actual) {
        return RobustnessAssertions.assertThat(actual).reporting(Reporting.softly(this));
    }

    /**
     * Starts an assertion on how accuracy falls with the size of the perturbation.
     *
     * @param actual the curve
     * @return the assertion
     */
    @CheckReturnValue
    default RobustnessCurveAssert assertThat(RobustnessCurve actual) {
        return RobustnessAssertions.assertThat(actual).reporting(Reporting.softly(this));
    }

    /**
     * Starts an assertion on a counterexample.
     *
     * @param actual the counterexample
     * @return the assertion
     */
    @CheckReturnValue
    default CounterexampleAssert assertThat(Counterexample actual) {
        return RobustnessAssertions.assertThat(actual).reporting(Reporting.softly(this));
    }

    /**
     * Starts an assertion on what a model says of samples before and after a transformation.
     *
     * @param actual the result
     * @return the assertion
     */
    @CheckReturnValue
    default TransformationResultAssert assertThat(TransformationResult actual) {
        return RobustnessAssertions.assertThat(actual).reporting(Reporting.softly(this));
    }
}
