package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracyWithConfidence.shouldHaveRobustAccuracyOfAtLeast;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;

class WithConfidenceTest {

    /** 20 of 20: the bound b solves b^20 = 0.05. */
    private static final double BOUND = Math.pow(0.05, 1 / 20.0);

    private final RobustnessResult all = Line.evaluate(Line.twenty(), 0.4);

    @Test
    void passesWhenThePopulationIsKnownToBeRobust() {
        assertThat(all).hasRobustAccuracyOfAtLeast(BOUND - 1e-6).withConfidence(0.95);
    }

    @Test
    void failsWhenTheSamplesAreTooFewToTell() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(
                        () -> assertThat(all).hasRobustAccuracyOfAtLeast(0.9).withConfidence(0.95))
                .satisfies(error -> {
                    double bound = (Double) error.getActual().getValue();
                    assertThat(bound).isCloseTo(BOUND, within(1e-9));
                    assertThat(error)
                            .hasMessage(shouldHaveRobustAccuracyOfAtLeast(all, 0.9, 0.95, bound)
                                    .create());
                });
    }

    @Test
    void asksForMoreWhereTheConfidenceIsLarger() {
        assertThat(all).hasRobustAccuracyOfAtLeast(0.85).withConfidence(0.9).withConfidence(0.95);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(
                        () -> assertThat(all).hasRobustAccuracyOfAtLeast(0.85).withConfidence(0.99));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 95, Double.NaN})
    void refusesWhatIsNoConfidence(double confidence) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(all).hasRobustAccuracyOfAtLeast(0.5).withConfidence(confidence))
                .withMessageContainingAll("between 0.5 and 1", String.valueOf(confidence));
    }
}
