package org.robustest.assertions;

import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * Assertions on a model whose samples may be perturbed.
 *
 * <p>The model is attacked by the first assertion that needs it, once for all of them.
 */
public class ClassifierUnderPerturbationAssert
        extends AbstractAssert<ClassifierUnderPerturbationAssert, DifferentiableClassifier> {

    private final Samples samples;
    private final PerturbationSet set;
    private final RobustnessEvaluation evaluation;
    private Optional<RobustnessResult> result = Optional.empty();

    /**
     * Creates an assertion.
     *
     * @param actual the model
     * @param samples the samples
     * @param set what the adversary may do to each sample
     * @param evaluation the evaluation of that model
     */
    protected ClassifierUnderPerturbationAssert(
            DifferentiableClassifier actual, Samples samples, PerturbationSet set, RobustnessEvaluation evaluation) {
        super(actual, ClassifierUnderPerturbationAssert.class);
        this.samples = samples;
        this.set = set;
        this.evaluation = evaluation;
    }

    /**
     * Verifies that the model gets every sample right, and that no counterexample to one of them is found.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input, and the inputs are 0.5 and -0.5
     * assertThat(model).on(samples).under(linf(0.4)).remainsCorrect();
     *
     * // fails: a perturbation of 0.5 reaches the boundary
     * assertThat(model).on(samples).under(linf(0.6)).remainsCorrect();
     * }</pre>
     *
     * @return this assertion
     * @throws AssertionError if a sample is misclassified or broken, or the result is inconclusive
     * @throws IllegalArgumentException if the samples do not fit the model, or the attack cannot search the set
     */
    public ClassifierUnderPerturbationAssert remainsCorrect() {
        onResult().remainsCorrect();
        return this;
    }

    /**
     * Verifies that a share of ALL samples is classified correctly and has no counterexample that is found.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input; of the inputs 0.5 and 1.5 the second one stands
     * assertThat(model).on(samples).under(linf(0.6)).hasRobustAccuracyOfAtLeast(0.5);
     *
     * // fails: the first one falls
     * assertThat(model).on(samples).under(linf(0.6)).hasRobustAccuracyOfAtLeast(0.75);
     * }</pre>
     *
     * @param required the smallest robust accuracy that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the robust accuracy is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1, the samples do not fit the model, or
     *     the attack cannot search the set
     */
    public ClassifierUnderPerturbationAssert hasRobustAccuracyOfAtLeast(double required) {
        RequiredAccuracy.check(required);
        onResult().hasRobustAccuracyOfAtLeast(required);
        return this;
    }

    /**
     * Verifies that it is proved of a share of ALL samples that they have no counterexample.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input; of the inputs 0.5 and 1.5 the second one is out of reach
     * assertThat(model).on(samples).under(linf(0.6)).isCertifiedForAtLeast(0.5);
     *
     * // fails: nothing can be proved of the first one, for which there is a counterexample
     * assertThat(model).on(samples).under(linf(0.6)).isCertifiedForAtLeast(0.75);
     * }</pre>
     *
     * @param required the smallest certified accuracy that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the certified accuracy is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1, the samples do not fit the model, or
     *     the attack cannot search the set
     */
    public ClassifierUnderPerturbationAssert isCertifiedForAtLeast(double required) {
        RequiredAccuracy.check(required);
        onResult().isCertifiedForAtLeast(required);
        return this;
    }

    /**
     * Goes on with the samples of one class.
     *
     * <pre>{@code
     * assertThat(model).on(beats).under(linf(0.03)).forClass("V").hasRobustAccuracyOfAtLeast(0.75);
     * }</pre>
     *
     * @param className the name of the true class
     * @return an assertion on the part of the result that is about that class
     * @throws IllegalArgumentException if no class has that name, the samples do not fit the model, or the attack cannot
     *     search the set
     */
    public RobustnessResultAssert forClass(String className) {
        return onResult().forClass(className);
    }

    private RobustnessResultAssert onResult() {
        RobustnessResult found = result.orElseGet(() -> evaluation.evaluate(samples, set));
        result = Optional.of(found);
        return extracting(model -> found, RobustnessResultAssert::new);
    }
}
