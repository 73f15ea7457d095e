package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldBeAtLeastAsRobust.shouldBeAtLeastAsRobust;
import static org.robustest.assertions.error.ShouldHaveEnoughSamples.shouldHaveEnoughSamples;
import static org.robustest.assertions.error.ShouldNotBeBroken.shouldNotBeBrokenWithin;

import java.util.Optional;
import org.assertj.core.annotation.CheckReturnValue;
import org.robustest.attack.Budget;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * Assertions on a model whose samples may be perturbed.
 *
 * <p>The model is attacked by the first assertion that needs it, once for all of them.
 */
public class ClassifierUnderPerturbationAssert
        extends AbstractResultAssert<ClassifierUnderPerturbationAssert, Classifier> {

    private static final double USUAL_CONFIDENCE = 0.95;

    private final Samples samples;
    private final PerturbationSet set;
    private final AttackSettings settings;
    private Optional<RobustnessResult> result = Optional.empty();

    ClassifierUnderPerturbationAssert(
            Classifier actual, Samples samples, PerturbationSet set, AttackSettings settings) {
        super(actual, ClassifierUnderPerturbationAssert.class);
        this.samples = samples;
        this.set = set;
        this.settings = settings;
    }

    @Override
    RobustnessResult result() {
        RobustnessResult found =
                result.orElseGet(() -> settings.evaluationOf(actual).evaluate(samples, set));
        result = Optional.of(found);
        return found;
    }

    /**
     * Verifies that none of the samples that the model gets right is broken by a bounded effort. Unlike {@link
     * #remainsCorrect()}, it passes over samples that the model gets wrong without a perturbation, and it names its effort: more
     * may break more. Certificates, and what tells whether the search is to be relied on, come on top.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input, and the inputs are 0.5 and -0.5
     * assertThat(model).on(samples).under(linf(0.4)).isNotBrokenWithin(Budget.ofForwards(100));
     *
     * // fails: a perturbation of 0.5 reaches the boundary
     * assertThat(model).on(samples).under(linf(0.6)).isNotBrokenWithin(Budget.ofForwards(100));
     * }</pre>
     *
     * @param budget the most passes of the model for one sample
     * @return this assertion
     * @throws AssertionError if a sample is broken, or the result is inconclusive
     * @throws IllegalArgumentException if the samples do not fit the model, or the attack cannot search the set
     */
    public ClassifierUnderPerturbationAssert isNotBrokenWithin(Budget budget) {
        return verify(() -> {
            RobustnessResult found =
                    conclusive(settings.within(budget).evaluationOf(actual).evaluate(samples, set));
            int broken = found.verdicts(Verdict.Broken.class).size();
            if (broken > 0) {
                throw failureWithActualExpected(
                        broken,
                        0,
                        "%s",
                        written(shouldNotBeBrokenWithin(found, budget), found).create());
            }
        });
    }

    /**
     * Starts to require that the noise-to-signal ratio is below a bound: {@code ε ‖v‖_q / (z_y + 0.01)} with {@code v = ∂z_y/∂x}
     * (Ma and Liang, 2022). Nothing is checked before {@link NoiseToSignalRatioAssert#forAtLeast} has been called.
     *
     * @param bound what the ratio is to be below, positive; were the model linear, noise could not outweigh the signal below 1
     * @return the assertion, which still has to be told for how many samples
     * @throws IllegalArgumentException if the bound is not positive, or the model gives no gradients
     * @throws AssertionError if the model is null
     */
    @CheckReturnValue
    public NoiseToSignalRatioAssert hasNoiseToSignalRatioBelow(double bound) {
        isNotNull();
        if (!(bound > 0)) {
            throw new IllegalArgumentException("a bound on the noise-to-signal ratio is positive, but it was " + bound);
        }
        if (actual instanceof DifferentiableClassifier differentiable) {
            return next(differentiable, model -> new NoiseToSignalRatioAssert(model, samples, set, bound));
        }
        throw new IllegalArgumentException("the noise-to-signal ratio is made of input gradients, but " + actual
                + " gives none; ask for hasRobustAccuracyOfAtLeast, which needs none");
    }

    /**
     * Verifies that this model is not less robust than another one, in the population that the samples were drawn from at random:
     * both are attacked in the same way on the same samples, and {@linkplain org.robustest.statistics.McNemarTest McNemar's test}
     * does not show with 95 % confidence that the other one is more robust.
     *
     * <p>Passing is no proof that it is as robust: the fewer samples there are on which the models differ, the larger a loss goes
     * unseen. On fewer than 5 samples none could be shown, and the assertion fails.
     *
     * <pre>{@code
     * // passes: it is the same model
     * assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(model);
     *
     * // fails: the other model stands on ten samples on which this one does not, and on no sample it is the other way round
     * assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(repaired);
     * }</pre>
     *
     * @param other the other model, such as the one in production
     * @return this assertion
     * @throws AssertionError if the other model is more robust, there are too few samples, or a result is inconclusive
     * @throws IllegalArgumentException if the samples do not fit a model, or the attack cannot search the set
     */
    public ClassifierUnderPerturbationAssert isAtLeastAsRobustAs(Classifier other) {
        return isAtLeastAsRobustAs(other, USUAL_CONFIDENCE);
    }

    /**
     * Verifies that this model is not less robust than another one, as {@link #isAtLeastAsRobustAs(Classifier)} does, with another
     * confidence. The smaller it is, the smaller a loss fails the assertion, and the more often chance does.
     *
     * <pre>{@code
     * // passes: it is the same model
     * assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(model, 0.8);
     *
     * // fails: the other model stands on ten samples more
     * assertThat(model).on(twenty).under(linf(0.6)).isAtLeastAsRobustAs(repaired, 0.99);
     * }</pre>
     *
     * @param other the other model, such as the one in production
     * @param confidence how sure it has to be that the other one is more robust, between 0.5 and 1
     * @return this assertion
     * @throws AssertionError if the other model is more robust, there are too few samples, or a result is inconclusive
     * @throws IllegalArgumentException if the confidence is not between 0.5 and 1, the samples do not fit a model, or the attack
     *     cannot search the set
     */
    public ClassifierUnderPerturbationAssert isAtLeastAsRobustAs(Classifier other, double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "the confidence of a test lies between 0.5 and 1, such as 0.95, but it was " + confidence);
        }
        return verify(() -> {
            if (Math.pow(0.5, samples.size()) > 1 - confidence) {
                fail(shouldHaveEnoughSamples(samples.size(), confidence));
            }
            RobustnessResult own = conclusive(result());
            RobustnessResult others = settings.evaluationOf(other).evaluate(samples, set);
            new RobustnessResultAssert(others)
                    .as("%s", described("the other model"))
                    .isConclusive();
            PairedResults pair = PairedResults.of(own, others);
            if (pair.test().pValueThatSecondIsBetter() <= 1 - confidence) {
                throw shortfall(
                        written(shouldBeAtLeastAsRobust(own, others, pair.lost(), pair.test(), confidence), own),
                        own.robustAccuracy(),
                        others.robustAccuracy());
            }
        });
    }
}
