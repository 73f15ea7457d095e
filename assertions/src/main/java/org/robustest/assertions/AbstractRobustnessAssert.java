package org.robustest.assertions;

import static org.robustest.assertions.error.ShouldBeConclusive.shouldBeConclusive;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AssertFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.robustest.assertions.error.WrittenCounterexample;
import org.robustest.evaluation.RobustnessResult;

/**
 * What all assertions of Robustest have in common: reasons, and that failures are thrown, or collected by {@link
 * RobustnessSoftAssertions}.
 *
 * @param <SELF> the type of the assertion
 * @param <ACTUAL> the type of what is checked
 */
public abstract class AbstractRobustnessAssert<SELF extends AbstractRobustnessAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    private Reporting reporting = Reporting.AT_ONCE;

    /**
     * Creates an assertion.
     *
     * @param actual what is checked
     * @param selfType the type of the assertion
     */
    protected AbstractRobustnessAssert(ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /**
     * Gives the reason for what is required by the assertions that follow; it stands in front of the message of a failure.
     *
     * <pre>{@code
     * // passes
     * assertThat(model).on(samples).because("noise is no diagnosis").remainsCorrectUnder(linf(0.4));
     *
     * // fails, and the message begins with [because noise is no diagnosis]
     * assertThat(model).on(samples).because("noise is no diagnosis").remainsCorrectUnder(linf(0.6));
     * }</pre>
     *
     * @param reason the reason, as it stands behind "because"
     * @return this assertion
     */
    public SELF because(String reason) {
        return describedAs("%s", described("because " + reason));
    }

    /** Returns the description of the user, if there is one, and a further part of it. */
    final String described(String part) {
        return descriptionText().isEmpty() ? part : descriptionText() + ", " + part;
    }

    final Reporting reporting() {
        return reporting;
    }

    final SELF reporting(Reporting changed) {
        reporting = changed;
        return myself;
    }

    final SELF verify(Runnable check) {
        reporting.run(() -> {
            isNotNull();
            check.run();
        });
        return myself;
    }

    /** Goes on with something else, described and reported in the same way. */
    final <T, A extends AbstractRobustnessAssert<?, T>> A next(T value, AssertFactory<T, A> factory) {
        isNotNull();
        A next = extracting(ignored -> value, factory);
        next.reporting(reporting);
        return next;
    }

    /** Fails on a result from which nothing can be concluded. */
    final RobustnessResult conclusive(RobustnessResult found) {
        if (!found.obstacles().isEmpty()) {
            fail(written(shouldBeConclusive(found), found));
        }
        return found;
    }

    /** Adds to a message where the worst counterexample of a result is now, if an assertion has searched for it. */
    final ErrorMessageFactory written(ErrorMessageFactory message, RobustnessResult result) {
        return reporting
                .model()
                .flatMap(model -> FoundCounterexample.write(model, result))
                .map(place -> WrittenCounterexample.behind(message, place))
                .orElse(message);
    }

    final void fail(ErrorMessageFactory message) {
        throwAssertionError(message);
    }

    final AssertionError shortfall(ErrorMessageFactory message, double found, double required) {
        return failureWithActualExpected(found, required, "%s", message.create());
    }
}
