package org.robustest.assertions;

import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.annotation.CheckReturnValue;
import org.robustest.attack.Attack;
import org.robustest.attack.Budget;
import org.robustest.attack.Cascade;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;
import org.robustest.transformation.Transformation;
import org.robustest.transformation.TransformationResult;

/**
 * Assertions on a model and the samples that it is tested on.
 *
 * <p>Unless told otherwise, the {@linkplain Cascade#standard() standard cascade} attacks, or if the model gives no gradients
 * {@linkplain Cascade#gradientFree() the attacks that need none}, with seed 0. An assertion that passes says that this attack
 * found no more counterexamples, not that there are none.
 */
public class ClassifierOnSamplesAssert extends AbstractRobustnessAssert<ClassifierOnSamplesAssert, Classifier> {

    private final Samples samples;
    private final AttackSettings settings;

    ClassifierOnSamplesAssert(Classifier actual, Samples samples, AttackSettings settings) {
        super(actual, ClassifierOnSamplesAssert.class);
        this.samples = samples;
        this.settings = settings;
    }

    /**
     * Chooses another attack.
     *
     * <pre>{@code
     * assertThat(model).on(samples).attackedBy(Apgd.withDefaults().withRestarts(10)).remainsCorrectUnder(linf(0.01));
     * }</pre>
     *
     * @param attack the attack
     * @return an assertion with that attack
     */
    @CheckReturnValue
    public ClassifierOnSamplesAssert attackedBy(Attack attack) {
        return with(settings.by(attack));
    }

    /**
     * Bounds what the attack may spend on each sample. A sample on which all has been spent counts as unbroken.
     *
     * <pre>{@code
     * assertThat(model).on(samples).within(Budget.ofBackwards(100)).remainsCorrectUnder(linf(0.01));
     * }</pre>
     *
     * @param budget the most passes of the model for one sample
     * @return an assertion with that budget
     */
    @CheckReturnValue
    public ClassifierOnSamplesAssert within(Budget budget) {
        return with(settings.within(budget));
    }

    /**
     * Chooses another seed.
     *
     * <pre>{@code
     * assertThat(model).on(samples).seededBy(42).remainsCorrectUnder(linf(0.01));
     * }</pre>
     *
     * @param seed the seed that every random number depends on
     * @return an assertion with that seed
     */
    @CheckReturnValue
    public ClassifierOnSamplesAssert seededBy(long seed) {
        return with(settings.seededBy(seed));
    }

    /**
     * Names what the adversary may do to each sample, for the assertions that follow.
     *
     * <pre>{@code
     * assertThat(model).on(samples).under(linf(0.4).within(-1, 1)).hasRobustAccuracyOfAtLeast(0.55);
     * }</pre>
     *
     * @param set the perturbation set
     * @return the assertion on what the model does under these perturbations
     */
    @CheckReturnValue
    public ClassifierUnderPerturbationAssert under(PerturbationSet set) {
        ClassifierUnderPerturbationAssert next =
                next(actual, model -> new ClassifierUnderPerturbationAssert(model, samples, set, settings));
        return next.reporting(reporting().about(actual));
    }

    /**
     * Names what the adversary may do to each sample, for assertions on how the model does as perturbations grow.
     *
     * <pre>{@code
     * assertThat(model).on(samples).under(epsilon -> linf(epsilon)).hasMedianMinimumPerturbationOfAtLeast(0.4);
     * }</pre>
     *
     * @param sets gives the perturbation set of a size ε
     * @return the assertion on what the model does under perturbations of growing size
     */
    @CheckReturnValue
    public ClassifierUnderGrowingPerturbationAssert under(DoubleFunction<PerturbationSet> sets) {
        ClassifierUnderGrowingPerturbationAssert next =
                next(actual, model -> new ClassifierUnderGrowingPerturbationAssert(model, samples, sets, settings));
        return next.reporting(reporting().about(actual));
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

    /**
     * Verifies that a transformation changes none of the model's predictions, right or wrong.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input
     * assertThat(model).on(samples).isInvariantTo(amplitudeScale(2));
     *
     * // fails: an inverted lead has the other sign
     * assertThat(model).on(samples).isInvariantTo(leadInversion(0));
     * }</pre>
     *
     * @param transformation the transformation
     * @return this assertion
     * @throws AssertionError if a prediction changes, or the result is inconclusive, as where no input is changed
     * @throws IllegalArgumentException if the samples do not fit the model or the transformation
     */
    public ClassifierOnSamplesAssert isInvariantTo(Transformation transformation) {
        transformedBy(transformation).isInvariantForAtLeast(1);
        return this;
    }

    /**
     * Verifies that a transformation changes the model's predictions to those classes that follow from it.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input
     * assertThat(model).on(samples).isEquivariantTo(leadInversion(0), this::opposite);
     *
     * // fails: twice the input is of the same class
     * assertThat(model).on(samples).isEquivariantTo(amplitudeScale(2), this::opposite);
     * }</pre>
     *
     * @param transformation the transformation
     * @param classes gives for the name of a class that of the class that the transformation makes of it
     * @return this assertion
     * @throws AssertionError if a prediction does not change in this way, or the result is inconclusive
     * @throws IllegalArgumentException if the samples do not fit the model or the transformation, or there is no class of the name
     *     that is given
     */
    public ClassifierOnSamplesAssert isEquivariantTo(Transformation transformation, UnaryOperator<String> classes) {
        transformedBy(transformation).isEquivariantForAtLeast(1, classes);
        return this;
    }

    /**
     * Asks the model about the samples before and after a transformation, and goes on with what it says. Random numbers depend on
     * the seed given by {@link #seededBy}.
     *
     * <pre>{@code
     * assertThat(model).on(samples).transformedBy(amplitudeScale(2)).hasAccuracyOfAtLeast(0.95);
     * }</pre>
     *
     * @param transformation the transformation
     * @return an assertion on what the model says
     * @throws IllegalArgumentException if the samples do not fit the model or the transformation
     */
    @CheckReturnValue
    public TransformationResultAssert transformedBy(Transformation transformation) {
        isNotNull();
        return next(
                TransformationResult.of(actual, samples, transformation, settings.seed()),
                TransformationResultAssert::new);
    }

    private ClassifierOnSamplesAssert with(AttackSettings changed) {
        return next(actual, model -> new ClassifierOnSamplesAssert(model, samples, changed));
    }
}
