package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldBeConclusive.shouldBeConclusive;
import static org.robustest.assertions.error.ShouldRemainCorrect.shouldRemainCorrect;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessResult;

class RemainsCorrectTest {

    @Test
    void passesWhenNoSampleFalls() {
        assertThat(Line.evaluate(Line.allCorrect(), 0.4)).remainsCorrect();
    }

    @Test
    void failsWhenASampleIsBroken() {
        RobustnessResult result = Line.evaluate(Line.allCorrect(), 0.6);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(result).remainsCorrect())
                .withMessage(shouldRemainCorrect(result).create())
                .satisfies(error -> {
                    assertThat(error.getExpected().getValue()).isEqualTo(1.0);
                    assertThat(error.getActual().getValue()).isEqualTo(0.5);
                });
    }

    @Test
    void failsWhenASampleIsMisclassifiedWithoutAPerturbation() {
        RobustnessResult result = Line.evaluate(Line.oneMisclassified(), 0.1);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(result).remainsCorrect())
                .withMessage(shouldRemainCorrect(result).create());
    }

    @Test
    void doesNotPassOnNoSamples() {
        RobustnessResult nothing = Line.evaluate(Line.samples().build(), 0.6);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(nothing).remainsCorrect())
                .withMessage(shouldBeConclusive(nothing).create());
    }
}
