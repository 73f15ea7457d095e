package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldBeCertified.shouldBeCertifiedForAtLeast;
import static org.robustest.assertions.error.ShouldHaveCounterexample.shouldHaveCounterexample;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracy.shouldHaveRobustAccuracyOfAtLeast;
import static org.robustest.assertions.error.ShouldHoldForEach.shouldHoldForEach;
import static org.robustest.assertions.error.ShouldRemainCorrect.shouldRemainCorrect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.annotation.CheckReturnValue;
import org.robustest.evaluation.RobustnessResult;

/**
 * Assertions on what an evaluation found, whether it has been run already or is run by the first assertion that needs it.
 *
 * <p>None of them passes on a result from which nothing can be concluded, such as one on no samples.
 *
 * @param <SELF> the type of the assertion
 * @param <ACTUAL> the type of what is checked
 */
public abstract class AbstractResultAssert<SELF extends AbstractResultAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractRobustnessAssert<SELF, ACTUAL> {

    /**
     * Creates an assertion.
     *
     * @param actual what is checked
     * @param selfType the type of the assertion
     */
    protected AbstractResultAssert(ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Returns the result, of something that is not null. */
    abstract RobustnessResult result();

    /**
     * Verifies that something can be concluded from the result: it has no {@linkplain RobustnessResult#obstacles()
     * obstacle}.
     *
     * <pre>{@code
     * // passes: all samples could be judged, and the model gets some of them right
     * assertThat(evaluation.evaluate(samples, linf(0.1))).isConclusive();
     *
     * // fails: nothing was tested
     * assertThat(evaluation.evaluate(samples.where(sample -> false), linf(0.1))).isConclusive();
     * }</pre>
     *
     * @return this assertion
     * @throws AssertionError if there is an obstacle
     */
    public SELF isConclusive() {
        return verify(() -> conclusive(result()));
    }

    /**
     * Verifies that the model gets every sample right, and that no counterexample to one of them is known.
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
    public SELF remainsCorrect() {
        return verify(() -> {
            RobustnessResult found = conclusive(result());
            if (found.robustAccuracy() < 1) {
                throw shortfall(written(shouldRemainCorrect(found), found), found.robustAccuracy(), 1);
            }
        });
    }

    /**
     * Verifies that a share of ALL samples is classified correctly and has no known counterexample. It is a count on these
     * samples; {@link RobustAccuracyAssert#withConfidence} goes on to the population that they were drawn from.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input; of the inputs 0.5, -0.5 and 1.5, -1.5 the latter two stand
     * assertThat(model).on(nearAndFar).under(linf(0.6)).hasRobustAccuracyOfAtLeast(0.5);
     *
     * // fails: the former two fall
     * assertThat(model).on(nearAndFar).under(linf(0.6)).hasRobustAccuracyOfAtLeast(0.75);
     * }</pre>
     *
     * @param required the smallest robust accuracy that passes, from 0 to 1
     * @return an assertion on the result
     * @throws AssertionError if the robust accuracy is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1, the samples do not fit the model, or
     *     the attack cannot search the set
     */
    public RobustAccuracyAssert hasRobustAccuracyOfAtLeast(double required) {
        RequiredAccuracy.check(required);
        verify(() -> {
            RobustnessResult found = conclusive(result());
            if (found.robustAccuracy() < required) {
                throw shortfall(
                        written(shouldHaveRobustAccuracyOfAtLeast(found, required), found),
                        found.robustAccuracy(),
                        required);
            }
        });
        isNotNull();
        return next(result(), found -> new RobustAccuracyAssert(found, required));
    }

    /**
     * Verifies that it is proved of a share of ALL samples that they have no counterexample.
     *
     * <pre>{@code
     * // passes: the model decides by the sign of its input; of the inputs 0.5, -0.5 and 1.5, -1.5 the latter are out of reach
     * assertThat(model).on(nearAndFar).under(linf(0.6)).isCertifiedForAtLeast(0.5);
     *
     * // fails: nothing can be proved of the former, for which there are counterexamples
     * assertThat(model).on(nearAndFar).under(linf(0.6)).isCertifiedForAtLeast(0.75);
     * }</pre>
     *
     * @param required the smallest certified accuracy that passes, from 0 to 1
     * @return this assertion
     * @throws AssertionError if the certified accuracy is smaller, or the result is inconclusive
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1, the samples do not fit the model, or
     *     the attack cannot search the set
     */
    public SELF isCertifiedForAtLeast(double required) {
        RequiredAccuracy.check(required);
        return verify(() -> {
            RobustnessResult found = conclusive(result());
            if (found.certifiedAccuracy() < required) {
                throw shortfall(
                        written(shouldBeCertifiedForAtLeast(found, required), found),
                        found.certifiedAccuracy(),
                        required);
            }
        });
    }

    /**
     * Goes on with the samples of one class.
     *
     * <pre>{@code
     * // passes: of class "left" one of two stands
     * assertThat(model).on(nearAndFar).under(linf(0.6)).forClass("left").hasRobustAccuracyOfAtLeast(0.5);
     *
     * // fails: there is no sample of class "left", and a check of nothing is inconclusive
     * assertThat(model).on(onlyRight).under(linf(0.6)).forClass("left").hasRobustAccuracyOfAtLeast(0.5);
     * }</pre>
     *
     * @param className the name of the true class
     * @return an assertion on the part of the result that is about that class
     * @throws IllegalArgumentException if no class has that name, the samples do not fit the model, or the attack cannot
     *     search the set
     */
    @CheckReturnValue
    public RobustnessResultAssert forClass(String className) {
        isNotNull();
        return part(result().forClass(className), "class " + className);
    }

    /**
     * Goes on with the samples that carry a tag, such as those of one patient.
     *
     * <pre>{@code
     * // passes: of patient 7 one of two samples stands
     * assertThat(model).on(nearAndFar).under(linf(0.6)).forTag("patient", "7").hasRobustAccuracyOfAtLeast(0.5);
     *
     * // fails: there is no patient 9, and a check of nothing is inconclusive
     * assertThat(model).on(nearAndFar).under(linf(0.6)).forTag("patient", "9").hasRobustAccuracyOfAtLeast(0.5);
     * }</pre>
     *
     * @param tag the name of the tag
     * @param value its value
     * @return an assertion on the part of the result that is about these samples
     * @throws IllegalArgumentException if no sample has the tag, the samples do not fit the model, or the attack cannot search
     *     the set
     */
    @CheckReturnValue
    public RobustnessResultAssert forTag(String tag, String value) {
        isNotNull();
        return part(result().forTag(tag, value), tag + " " + value);
    }

    /**
     * Verifies a requirement for each class by itself. A class of which there are no samples fails it.
     *
     * <pre>{@code
     * // passes: of both classes one of two samples stands
     * assertThat(model).on(nearAndFar).under(linf(0.6)).forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0.5));
     *
     * // fails: there is no sample of class "left"
     * assertThat(model).on(onlyRight).under(linf(0.6)).forEachClass(each -> each.hasRobustAccuracyOfAtLeast(0.5));
     * }</pre>
     *
     * @param requirement what is required of the part of the result that is about a class
     * @return this assertion
     * @throws AssertionError if it does not hold for one of the classes; the message says of all for which it does not
     */
    public SELF forEachClass(Consumer<? super RobustnessResultAssert> requirement) {
        return verify(() -> {
            RobustnessResult found = conclusive(result());
            Map<String, RobustnessResult> parts = new LinkedHashMap<>();
            found.samples().classNames().forEach(name -> parts.put(name, found.forClass(name)));
            requireOfEach("class", parts, requirement);
        });
    }

    /**
     * Verifies a requirement for each value of a tag by itself, such as for each patient. Samples without the tag are passed
     * over.
     *
     * <pre>{@code
     * // passes: of both patients one of two samples stands
     * assertThat(model).on(nearAndFar).under(linf(0.6)).forEachTag("patient", each -> each.hasRobustAccuracyOfAtLeast(0.5));
     *
     * // fails: of none of the patients all samples stand
     * assertThat(model).on(nearAndFar).under(linf(0.6)).forEachTag("patient", each -> each.remainsCorrect());
     * }</pre>
     *
     * @param tag the name of the tag
     * @param requirement what is required of the part of the result that is about the samples with one value of it
     * @return this assertion
     * @throws AssertionError if it does not hold for one of the values; the message says of all for which it does not
     * @throws IllegalArgumentException if no sample has the tag
     */
    public SELF forEachTag(String tag, Consumer<? super RobustnessResultAssert> requirement) {
        return verify(() -> requireOfEach(tag, conclusive(result()).byTag(tag), requirement));
    }

    private void requireOfEach(
            String kind, Map<String, RobustnessResult> parts, Consumer<? super RobustnessResultAssert> requirement) {
        Map<String, AssertionError> failures = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            try {
                requirement.accept(new RobustnessResultAssert(part));
            } catch (AssertionError failure) {
                failures.put(name, failure);
            }
        });
        if (!failures.isEmpty()) {
            fail(written(shouldHoldForEach(result(), kind, parts.size(), failures), result()));
        }
    }

    /**
     * Goes on with the counterexample that the model is most wrong about.
     *
     * <pre>{@code
     * // passes: the nearest input that the model gets wrong is 0.5 away
     * assertThat(model).on(samples).under(linf(0.6)).worst().distance().isGreaterThanOrEqualTo(0.5);
     *
     * // fails: there is none
     * assertThat(model).on(samples).under(linf(0.4)).worst().distance().isGreaterThanOrEqualTo(0.5);
     * }</pre>
     *
     * @return an assertion on the counterexample
     * @throws AssertionError if none is known
     */
    @CheckReturnValue
    public CounterexampleAssert worst() {
        isNotNull();
        if (result().worst().isEmpty()) {
            fail(shouldHaveCounterexample(result()));
        }
        return next(result().worst().orElseThrow(), CounterexampleAssert::new);
    }

    private RobustnessResultAssert part(RobustnessResult part, String name) {
        String description = described(name);
        return next(part, RobustnessResultAssert::new).as("%s", description);
    }
}
