package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldHaveMedianMinimumPerturbation.shouldHaveMedianMinimumPerturbationOfAtLeast;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.assertj.core.annotation.CheckReturnValue;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.MinimumPerturbation;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/** Assertions on how a model does as perturbations grow. */
public class ClassifierUnderGrowingPerturbationAssert
        extends AbstractRobustnessAssert<ClassifierUnderGrowingPerturbationAssert, Classifier> {

    private static final int BISECTIONS = 10;

    private final Samples samples;
    private final DoubleFunction<PerturbationSet> sets;
    private final AttackSettings settings;

    ClassifierUnderGrowingPerturbationAssert(
            Classifier actual, Samples samples, DoubleFunction<PerturbationSet> sets, AttackSettings settings) {
        super(actual, ClassifierUnderGrowingPerturbationAssert.class);
        this.samples = samples;
        this.sets = sets;
        this.settings = settings;
    }

    /**
     * Verifies that perturbations have to be of a size before they break half of ALL samples: that less than half have a known
     * counterexample of a smaller size, or are misclassified without one.
     *
     * <p>One evaluation at that size decides when it passes. When more than that fall, each is searched for its smallest
     * perturbation, by ten more evaluations.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input, and the inputs are 0.5 and -0.5
     * assertThat(model).on(samples).under(epsilon -> linf(epsilon)).hasMedianMinimumPerturbationOfAtLeast(0.4);
     *
     * // fails: both are broken by 0.5
     * assertThat(model).on(samples).under(epsilon -> linf(epsilon)).hasMedianMinimumPerturbationOfAtLeast(0.6);
     * }</pre>
     *
     * @param required the size, positive and finite, in the unit of ε
     * @return this assertion
     * @throws AssertionError if half of the samples are broken by less, or the result is inconclusive
     * @throws IllegalArgumentException if the size is not positive and finite, the samples do not fit the model, or the attack
     *     cannot search the sets
     */
    public ClassifierUnderGrowingPerturbationAssert hasMedianMinimumPerturbationOfAtLeast(double required) {
        if (!(required > 0 && Double.isFinite(required))) {
            throw new IllegalArgumentException(
                    "the required size of perturbations is positive and finite, but it was " + required);
        }
        return verify(() -> {
            RobustnessEvaluation evaluation = settings.evaluationOf(actual);
            RobustnessResult found = conclusive(evaluation.evaluate(samples, sets.apply(required)));
            if (2 * found.verdicts().stream().filter(Verdict::isRobust).count() <= samples.size()) {
                requireMedian(required, evaluation.minimumPerturbations(samples, sets, required, BISECTIONS), found);
            }
        });
    }

    private void requireMedian(double required, List<MinimumPerturbation> minima, RobustnessResult found) {
        double[] sizes = minima.stream()
                .mapToDouble(MinimumPerturbation::broken)
                .sorted()
                .toArray();
        double median = sizes[(sizes.length - 1) / 2];
        if (!(median >= required)) {
            throw shortfall(
                    written(shouldHaveMedianMinimumPerturbationOfAtLeast(required, median, minima, found), found),
                    median,
                    required);
        }
    }

    /**
     * Evaluates the model at some sizes, and goes on with the curve of its accuracy.
     *
     * @param epsilons the sizes, growing, at least one
     * @return an assertion on the curve
     * @throws IllegalArgumentException if there is no size, they do not grow, there are no samples, the samples do not fit the
     *     model, or the attack cannot search the sets
     */
    @CheckReturnValue
    public RobustnessCurveAssert at(double... epsilons) {
        isNotNull();
        List<PerturbationSet> growing = Arrays.stream(epsilons).mapToObj(sets).toList();
        RobustnessCurve curve =
                new RobustnessCurve(settings.evaluationOf(actual).curve(samples, growing));
        return next(curve, RobustnessCurveAssert::new);
    }
}
