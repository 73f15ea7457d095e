package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldHaveArea.shouldHaveAreaOfAtLeast;
import static org.robustest.assertions.error.ShouldSatisfyCurve.shouldSatisfyCurve;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessResult;

/**
 * Assertions on how accuracy falls with the size of the perturbation.
 *
 * <p>None of them passes on a curve with a result from which nothing can be concluded.
 */
public class RobustnessCurveAssert extends AbstractRobustnessAssert<RobustnessCurveAssert, RobustnessCurve> {

    /**
     * Creates an assertion.
     *
     * @param actual the curve
     */
    public RobustnessCurveAssert(RobustnessCurve actual) {
        super(actual, RobustnessCurveAssert.class);
    }

    /**
     * Verifies that the robust accuracy is at every size as large as is required at that size.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input; at 0.4 all inputs stand, at 0.6 those that are 1.5 and -1.5
     * assertThat(model).on(nearAndFar).under(epsilon -> linf(epsilon)).at(0.4, 0.6).satisfiesCurve(epsilon -> 1 - epsilon);
     *
     * // fails: at 0.6 only half of them stand
     * assertThat(model).on(nearAndFar).under(epsilon -> linf(epsilon)).at(0.4, 0.6).satisfiesCurve(epsilon -> 0.9);
     * }</pre>
     *
     * @param required gives the smallest robust accuracy that passes at a size ε, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the robust accuracy is smaller at a size, or a result is inconclusive
     * @throws IllegalArgumentException if a required accuracy is not from 0 to 1
     */
    public RobustnessCurveAssert satisfiesCurve(DoubleUnaryOperator required) {
        return verify(() -> {
            actual.results().forEach(this::conclusive);
            List<Double> accuracies = actual.results().stream()
                    .map(RobustnessResult::robustAccuracy)
                    .toList();
            List<Double> needed = actual.results().stream()
                    .map(result -> required.applyAsDouble(result.set().epsilon()))
                    .toList();
            needed.forEach(RequiredAccuracy::check);
            for (int i = 0; i < needed.size(); i++) {
                if (accuracies.get(i) < needed.get(i)) {
                    ErrorMessageFactory message = written(
                            shouldSatisfyCurve(actual, required),
                            actual.results().get(i));
                    throw failureWithActualExpected(accuracies, needed, "%s", message.create());
                }
            }
        });
    }

    /**
     * Verifies that the area under the robust accuracy, divided by the largest size, is as large as required: the {@linkplain
     * RobustnessCurve#area() mean} from ε = 0 on.
     *
     * <pre>{@code
     * // passes: from 0 to 0.4 all inputs stand, and at 0.6 half of them do: (0.4 + 0.2 * 0.75) / 0.6 is 0.917
     * assertThat(model).on(nearAndFar).under(epsilon -> linf(epsilon)).at(0.4, 0.6).hasAreaOfAtLeast(0.9);
     *
     * // fails
     * assertThat(model).on(nearAndFar).under(epsilon -> linf(epsilon)).at(0.4, 0.6).hasAreaOfAtLeast(0.95);
     * }</pre>
     *
     * @param required the smallest mean robust accuracy that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the mean is smaller, or a result is inconclusive
     * @throws IllegalArgumentException if the required mean is not from 0 to 1
     */
    public RobustnessCurveAssert hasAreaOfAtLeast(double required) {
        RequiredAccuracy.check(required);
        return verify(() -> {
            actual.results().forEach(this::conclusive);
            if (actual.area() < required) {
                throw shortfall(written(shouldHaveAreaOfAtLeast(actual, required), largest()), actual.area(), required);
            }
        });
    }

    /**
     * Goes on with the result for the largest size.
     *
     * <pre>{@code
     * assertThat(model).on(samples).under(epsilon -> linf(epsilon)).at(0.1, 0.4).last().remainsCorrect();
     * }</pre>
     *
     * @return an assertion on that result
     */
    @CheckReturnValue
    public RobustnessResultAssert last() {
        isNotNull();
        return next(largest(), RobustnessResultAssert::new);
    }

    private RobustnessResult largest() {
        return actual.results().get(actual.results().size() - 1);
    }
}
