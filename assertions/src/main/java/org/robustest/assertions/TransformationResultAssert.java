package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldBeEquivariant.shouldBeEquivariantForAtLeast;
import static org.robustest.assertions.error.ShouldBeInvariant.shouldBeInvariantForAtLeast;
import static org.robustest.assertions.error.ShouldHaveAccuracy.shouldHaveAccuracyOfAtLeast;
import static org.robustest.assertions.error.ShouldTellOfTransformation.shouldTellOfTransformation;

import java.util.function.UnaryOperator;
import org.robustest.transformation.TransformationResult;

/**
 * Assertions on what a model says of samples before and after a transformation.
 *
 * <p>None of them passes on a result from which nothing can be concluded, such as one of a transformation that changes no input.
 */
public class TransformationResultAssert
        extends AbstractRobustnessAssert<TransformationResultAssert, TransformationResult> {

    /**
     * Creates an assertion.
     *
     * @param actual the result
     */
    public TransformationResultAssert(TransformationResult actual) {
        super(actual, TransformationResultAssert.class);
    }

    /**
     * Verifies that the model predicts the same class before and after the transformation, right or wrong, for a share of ALL
     * samples.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input
     * assertThat(model).on(samples).transformedBy(amplitudeScale(2)).isInvariantForAtLeast(0.95);
     *
     * // fails: the other model decides by whether the input is above 1, and 1.5 * 0.5 is not
     * assertThat(repaired).on(onlyRight).transformedBy(amplitudeScale(0.5)).isInvariantForAtLeast(0.95);
     * }</pre>
     *
     * @param required the smallest share of the samples that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the share is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public TransformationResultAssert isInvariantForAtLeast(double required) {
        RequiredAccuracy.check(required);
        return verify(() -> {
            requireConclusive();
            if (actual.invariance() < required) {
                throw shortfall(shouldBeInvariantForAtLeast(actual, required), actual.invariance(), required);
            }
        });
    }

    /**
     * Verifies for a share of ALL samples that the model predicts after the transformation the class that follows from what it
     * predicts before.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input
     * assertThat(model).on(samples).transformedBy(leadInversion(0)).isEquivariantForAtLeast(1, this::opposite);
     *
     * // fails: the other model decides by whether the input is above 1
     * assertThat(repaired).on(nearAndFar).transformedBy(leadInversion(0)).isEquivariantForAtLeast(1, this::opposite);
     * }</pre>
     *
     * @param required the smallest share of the samples that passes, from 0 to 1
     * @param classes gives for the name of a class that of the class that the transformation makes of it
     * @return this assertion
     * @throws AssertionError if the share is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the share is not from 0 to 1, or there is no class of the name that is given
     */
    public TransformationResultAssert isEquivariantForAtLeast(double required, UnaryOperator<String> classes) {
        RequiredAccuracy.check(required);
        return verify(() -> {
            requireConclusive();
            double share = actual.equivariance(classes);
            if (share < required) {
                throw shortfall(shouldBeEquivariantForAtLeast(actual, required, classes), share, required);
            }
        });
    }

    /**
     * Verifies that a share of ALL samples is classified correctly after the transformation, which leaves their classes as they
     * are.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input
     * assertThat(model).on(samples).transformedBy(amplitudeScale(2)).hasAccuracyOfAtLeast(0.95);
     *
     * // fails: an inverted lead has the sign of the other class
     * assertThat(model).on(samples).transformedBy(leadInversion(0)).hasAccuracyOfAtLeast(0.95);
     * }</pre>
     *
     * @param required the smallest accuracy that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the accuracy is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1
     */
    public TransformationResultAssert hasAccuracyOfAtLeast(double required) {
        RequiredAccuracy.check(required);
        return verify(() -> {
            requireConclusive();
            if (actual.accuracy() < required) {
                throw shortfall(shouldHaveAccuracyOfAtLeast(actual, required), actual.accuracy(), required);
            }
        });
    }

    private void requireConclusive() {
        if (!actual.obstacles().isEmpty()) {
            fail(shouldTellOfTransformation(actual));
        }
    }
}
