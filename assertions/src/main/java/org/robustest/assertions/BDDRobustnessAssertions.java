package org.robustest.assertions;

import org.assertj.core.annotation.CheckReturnValue;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.transformation.TransformationResult;

/** The entry point in the style of behaviour-driven development: {@link RobustnessAssertions} under the name {@code then}. */
public final class BDDRobustnessAssertions {

    private BDDRobustnessAssertions() {}

    /**
     * Starts an assertion on a model.
     *
     * <pre>{@code
     * then(model).on(samples).remainsCorrectUnder(linf(0.4));
     * }</pre>
     *
     * @param actual the model
     * @return the assertion, which still has to be told the samples
     */
    @CheckReturnValue
    public static ClassifierAssert then(Classifier actual) {
        return RobustnessAssertions.assertThat(actual);
    }

    /**
     * Starts an assertion on what an evaluation found.
     *
     * @param actual the result
     * @return the assertion
     */
    @CheckReturnValue
    public static RobustnessResultAssert then(RobustnessResult actual) {
        return RobustnessAssertions.assertThat(actual);
    }

    /**
     * Starts an assertion on how accuracy falls with the size of the perturbation.
     *
     * @param actual the curve
     * @return the assertion
     */
    @CheckReturnValue
    public static RobustnessCurveAssert then(RobustnessCurve actual) {
        return RobustnessAssertions.assertThat(actual);
    }

    /**
     * Starts an assertion on a counterexample.
     *
     * @param actual the counterexample
     * @return the assertion
     */
    @CheckReturnValue
    public static CounterexampleAssert then(Counterexample actual) {
        return RobustnessAssertions.assertThat(actual);
    }

    /**
     * Starts an assertion on what a model says of samples before and after a transformation.
     *
     * @param actual the result
     * @return the assertion
     */
    @CheckReturnValue
    public static TransformationResultAssert then(TransformationResult actual) {
        return RobustnessAssertions.assertThat(actual);
    }
}
