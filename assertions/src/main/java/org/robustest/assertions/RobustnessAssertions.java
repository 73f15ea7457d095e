package org.robustest.assertions;

import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessResult;

/**
 * The entry point: {@code assertThat} for what Robustest tests.
 *
 * <p>Its methods stand beside those of AssertJ, so both classes can be imported statically.
 */
public final class RobustnessAssertions {

    private RobustnessAssertions() {}

    /**
     * Starts an assertion on a model.
     *
     * <pre>{@code
     * assertThat(model).on(beats).remainsCorrectUnder(linf(0.01).within(0, 1));
     * assertThat(model).on(beats).under(linf(0.05).within(0, 1)).hasRobustAccuracyOfAtLeast(0.55);
     * }</pre>
     *
     * @param actual the model
     * @return the assertion, which still has to be told the samples
     */
    public static ClassifierAssert assertThat(DifferentiableClassifier actual) {
        return new ClassifierAssert(actual);
    }

    /**
     * Starts an assertion on what an evaluation found.
     *
     * <pre>{@code
     * assertThat(result).forClass("V").hasRobustAccuracyOfAtLeast(0.75);
     * }</pre>
     *
     * @param actual the result
     * @return the assertion
     */
    public static RobustnessResultAssert assertThat(RobustnessResult actual) {
        return new RobustnessResultAssert(actual);
    }
}
