package org.robustest.assertions;

import org.assertj.core.api.AbstractAssert;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * Assertions on a model and the samples that it is tested on.
 *
 * <p>Unless told otherwise, the {@linkplain Cascade#standard() standard cascade} attacks with seed 0. An assertion that passes says that
 * this attack found no more counterexamples, not that there are none.
 */
public class ClassifierOnSamplesAssert extends AbstractAssert<ClassifierOnSamplesAssert, DifferentiableClassifier> {

    private final Samples samples;
    private final RobustnessEvaluation evaluation;

    /**
     * Creates an assertion.
     *
     * @param actual the model
     * @param samples the samples
     * @param evaluation the evaluation of that model
     */
    protected ClassifierOnSamplesAssert(
            DifferentiableClassifier actual, Samples samples, RobustnessEvaluation evaluation) {
        super(actual, ClassifierOnSamplesAssert.class);
        this.samples = samples;
        this.evaluation = evaluation;
    }

    static ClassifierOnSamplesAssert withDefaults(DifferentiableClassifier actual, Samples samples) {
        return new ClassifierOnSamplesAssert(actual, samples, RobustnessEvaluation.of(actual));
    }

    /**
     * Chooses another attack.
     *
     * <pre>{@code
     * assertThat(model).on(beats).attackedBy(Apgd.withDefaults().withRestarts(10)).remainsCorrectUnder(linf(0.01));
     * }</pre>
     *
     * @param attack the attack
     * @return an assertion with that attack
     */
    public ClassifierOnSamplesAssert attackedBy(Attack attack) {
        return with(evaluation.withAttack(attack));
    }

    /**
     * Chooses another seed.
     *
     * @param seed the seed that every random number of the attack depends on
     * @return an assertion with that seed
     */
    public ClassifierOnSamplesAssert seededBy(long seed) {
        return with(evaluation.withSeed(seed));
    }

    /**
     * Names what the adversary may do to each sample, for the assertions that follow.
     *
     * <pre>{@code
     * assertThat(model).on(beats).under(linf(0.05).within(0, 1)).hasRobustAccuracyOfAtLeast(0.55);
     * }</pre>
     *
     * @param set the perturbation set
     * @return the assertion on what the model does under these perturbations
     */
    public ClassifierUnderPerturbationAssert under(PerturbationSet set) {
        return extracting(
                model -> model, model -> new ClassifierUnderPerturbationAssert(model, samples, set, evaluation));
    }

    /**
     * Verifies that the model gets every sample right, and that no counterexample to one of them is found.
     *
     * <p>This is the short form of {@code under(set).remainsCorrect()}. A sample that is misclassified even without a
     * perturbation fails it.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input, and the inputs are 0.5 and -0.5
     * assertThat(model).on(samples).remainsCorrectUnder(linf(0.4));
     *
     * // fails: a perturbation of 0.5 reaches the boundary
     * assertThat(model).on(samples).remainsCorrectUnder(linf(0.6));
     * }</pre>
     *
     * @param set the perturbation set
     * @return this assertion
     * @throws AssertionError if a sample is misclassified or broken, or the result is inconclusive
     * @throws IllegalArgumentException if the samples do not fit the model, or the attack cannot search the set
     */
    public ClassifierOnSamplesAssert remainsCorrectUnder(PerturbationSet set) {
        under(set).remainsCorrect();
        return this;
    }

    private ClassifierOnSamplesAssert with(RobustnessEvaluation changed) {
        return extracting(model -> model, model -> new ClassifierOnSamplesAssert(model, samples, changed));
    }
}
