package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldBeConclusive.shouldBeConclusive;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracy.shouldHaveRobustAccuracyOfAtLeast;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;

class HasRobustAccuracyOfAtLeastTest {

    private final RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);

    @Test
    void passesWhenTheShareIsExactlyTheOneRequired() {
        assertThat(half).hasRobustAccuracyOfAtLeast(0.5);
    }

    @Test
    void failsWhenTheShareIsSmaller() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(half).hasRobustAccuracyOfAtLeast(0.51))
                .withMessage(shouldHaveRobustAccuracyOfAtLeast(half, 0.51).create());
    }

    @Test
    void tellsAnIdeWhatWasExpectedAndWhatWasFound() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(half).hasRobustAccuracyOfAtLeast(0.75))
                .satisfies(error -> {
                    assertThat(error.getExpected().getValue()).isEqualTo(0.75);
                    assertThat(error.getActual().getValue()).isEqualTo(0.5);
                });
    }

    @Test
    void countsAMisclassifiedSampleAsWrong() {
        RobustnessResult result = Line.evaluate(Line.oneMisclassified(), 0.6);
        assertThat(result).hasRobustAccuracyOfAtLeast(0.5);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(result).hasRobustAccuracyOfAtLeast(0.6));
    }

    @Test
    void doesNotPassOnNoSamples() {
        RobustnessResult nothing = Line.evaluate(Line.samples().build(), 0.6);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(nothing).hasRobustAccuracyOfAtLeast(0))
                .withMessage(shouldBeConclusive(nothing).create());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, 55, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAThresholdThatIsNoShare(double required) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(half).hasRobustAccuracyOfAtLeast(required))
                .withMessageContainingAll("from 0 to 1", String.valueOf(required));
    }

    @Test
    void saysHowToWriteAPercentage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(half).hasRobustAccuracyOfAtLeast(55))
                .withMessageEndingWith("write 0.55 for percent");
    }

    @Test
    void putsTheDescriptionOfTheUserFirst() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(half).as("100%% of %s", "it").hasRobustAccuracyOfAtLeast(0.75))
                .withMessageStartingWith("[100% of it] Expecting a robust accuracy of at least 0.75");
    }

    @Test
    void saysWhatTheUserWantsItToSay() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() ->
                        assertThat(half).withFailMessage("not safe enough").hasRobustAccuracyOfAtLeast(0.75))
                .withMessage("not safe enough");
    }

    @Test
    void refusesNull() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((RobustnessResult) null).hasRobustAccuracyOfAtLeast(0.5))
                .withMessageContaining("not to be null");
    }
}
