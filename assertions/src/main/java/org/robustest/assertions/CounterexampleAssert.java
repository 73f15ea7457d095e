package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldBreak.shouldBreak;
import static org.robustest.assertions.error.ShouldLieIn.shouldLieIn;
import static org.robustest.assertions.error.ShouldNotBreak.shouldNotBreak;

import java.util.function.Function;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AssertFactory;
import org.assertj.core.api.DoubleAssert;
import org.assertj.core.api.FloatArrayAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.robustest.classifier.Classifier;
import org.robustest.evaluation.Counterexample;
import org.robustest.perturbation.PerturbationSet;

/** Assertions on an input that a model gets wrong. */
public class CounterexampleAssert extends AbstractRobustnessAssert<CounterexampleAssert, Counterexample> {

    /**
     * Creates an assertion.
     *
     * @param actual the counterexample
     */
    public CounterexampleAssert(Counterexample actual) {
        super(actual, CounterexampleAssert.class);
    }

    /**
     * Verifies that a model gets the perturbed input wrong, such as another one than that which was attacked.
     *
     * <pre>{@code
     * // passes: it was found with this model
     * assertThat(counterexample).breaks(model);
     *
     * // fails: this model has its boundary somewhere else
     * assertThat(counterexample).breaks(repaired);
     * }</pre>
     *
     * @param model the model; its {@link Classifier#original()} is asked
     * @return this assertion
     * @throws AssertionError if the model gets it right
     */
    public CounterexampleAssert breaks(Classifier model) {
        return verify(() -> {
            if (!actual.breaks(model)) {
                fail(shouldBreak(actual));
            }
        });
    }

    /**
     * Verifies that a model gets the perturbed input right, such as a later version of that which was attacked.
     *
     * <pre>{@code
     * // passes: this model has its boundary somewhere else
     * assertThat(counterexample).doesNotBreak(repaired);
     *
     * // fails: it was found with this model
     * assertThat(counterexample).doesNotBreak(model);
     * }</pre>
     *
     * @param model the model; its {@link Classifier#original()} is asked
     * @return this assertion
     * @throws AssertionError if the model gets it wrong
     */
    public CounterexampleAssert doesNotBreak(Classifier model) {
        return verify(() -> {
            if (actual.breaks(model)) {
                fail(shouldNotBreak(actual, actual.predictionOf(model)));
            }
        });
    }

    /**
     * Verifies that the perturbed input is allowed by a set, such as a smaller one than that in which it was found.
     *
     * <pre>{@code
     * // passes: it was found in this set
     * assertThat(counterexample).liesIn(linf(0.6));
     *
     * // fails: the model decides by the sign of its input, which is 0.5 without the perturbation
     * assertThat(counterexample).liesIn(linf(0.4));
     * }</pre>
     *
     * @param set the set
     * @return this assertion
     * @throws AssertionError if the perturbed input is not known to lie in the set
     */
    public CounterexampleAssert liesIn(PerturbationSet set) {
        return verify(() -> {
            if (!actual.liesIn(set)) {
                fail(shouldLieIn(actual, set));
            }
        });
    }

    /**
     * Goes on with the size of the perturbation in the norm of its set.
     *
     * <pre>{@code
     * assertThat(counterexample).distance().isBetween(0.5, 0.6);
     * }</pre>
     *
     * @return an assertion on the distance
     */
    @CheckReturnValue
    public DoubleAssert distance() {
        return value("distance", Counterexample::distance, DoubleAssert.class, Double.class, DoubleAssert::new);
    }

    /**
     * Goes on with the logit of the true class minus the largest of the others.
     *
     * <pre>{@code
     * assertThat(counterexample).margin().isNotPositive();
     * }</pre>
     *
     * @return an assertion on the margin
     */
    @CheckReturnValue
    public DoubleAssert margin() {
        return value("margin", Counterexample::margin, DoubleAssert.class, Double.class, DoubleAssert::new);
    }

    /**
     * Goes on with the perturbed input.
     *
     * <pre>{@code
     * assertThat(counterexample).input().hasSize(1);
     * }</pre>
     *
     * @return an assertion on its values, row-major in the shape of the sample
     */
    @CheckReturnValue
    public FloatArrayAssert input() {
        return value(
                "perturbed input", Counterexample::input, FloatArrayAssert.class, float[].class, FloatArrayAssert::new);
    }

    /** Goes on with one of AssertJ's own assertions on a value, which says what the value is. */
    private <T, A extends AbstractAssert<A, T>> A value(
            String name,
            Function<Counterexample, T> value,
            Class<A> assertion,
            Class<T> type,
            AssertFactory<T, A> factory) {
        isNotNull();
        A next = reporting()
                .collector()
                .filter(SoftAssertionsProvider.class::isInstance)
                .map(softly -> ((SoftAssertionsProvider) softly).proxy(assertion, type, value.apply(actual)))
                .orElseGet(() -> factory.createAssert(value.apply(actual)));
        return next.describedAs(
                "%s",
                described(name + " of the counterexample to " + actual.sample().id() + " in " + actual.set()));
    }
}
