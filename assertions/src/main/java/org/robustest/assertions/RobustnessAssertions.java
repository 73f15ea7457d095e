package org.robustest.assertions;

import org.assertj.core.annotation.CheckReturnValue;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.transformation.TransformationResult;

/**
 * The entry point: {@code assertThat} for what Robustest tests.
 *
 * <p>Its methods stand beside those of AssertJ, so both classes can be imported statically. {@link BDDRobustnessAssertions} has the
 * same as {@code then}, and {@link RobustnessSoftAssertions} collects failures.
 */
public final class RobustnessAssertions {

    private RobustnessAssertions() {}

    /**
     * Starts an assertion on a model.
     *
     * <pre>{@code
     * assertThat(model).on(samples).remainsCorrectUnder(linf(0.01).within(-1, 1));
     * assertThat(model).on(samples).under(linf(0.05).within(-1, 1)).hasRobustAccuracyOfAtLeast(0.55);
     * }</pre>
     *
     * @param actual the model
     * @return the assertion, which still has to be told the samples
     */
    @CheckReturnValue
    public static ClassifierAssert assertThat(Classifier actual) {
        return new ClassifierAssert(actual);
    }

    /**
     * Starts an assertion on what an evaluation found.
     *
     * <pre>{@code
     * assertThat(result).forClass("left").hasRobustAccuracyOfAtLeast(0.5);
     * }</pre>
     *
     * @param actual the result
     * @return the assertion
     */
    @CheckReturnValue
    public static RobustnessResultAssert assertThat(RobustnessResult actual) {
        return new RobustnessResultAssert(actual);
    }

    /**
     * Starts an assertion on how accuracy falls with the size of the perturbation.
     *
     * <pre>{@code
     * assertThat(curve).hasAreaOfAtLeast(0.5);
     * }</pre>
     *
     * @param actual the curve
     * @return the assertion
     */
    @CheckReturnValue
    public static RobustnessCurveAssert assertThat(RobustnessCurve actual) {
        return new RobustnessCurveAssert(actual);
    }

    /**
     * Starts an assertion on a counterexample.
     *
     * <pre>{@code
     * assertThat(counterexample).doesNotBreak(repaired);
     * }</pre>
     *
     * @param actual the counterexample
     * @return the assertion
     */
    @CheckReturnValue
    public static CounterexampleAssert assertThat(Counterexample actual) {
        return new CounterexampleAssert(actual);
    }

    /**
     * Starts an assertion on what a model says of samples before and after a transformation.
     *
     * <pre>{@code
     * assertThat(TransformationResult.of(model, samples, amplitudeScale(2), 0)).hasAccuracyOfAtLeast(0.95);
     * }</pre>
     *
     * @param actual the result
     * @return the assertion
     */
    @CheckReturnValue
    public static TransformationResultAssert assertThat(TransformationResult actual) {
        return new TransformationResultAssert(actual);
    }
}
