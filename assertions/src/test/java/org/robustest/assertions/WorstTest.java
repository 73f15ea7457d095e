package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveCounterexample.shouldHaveCounterexample;

import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessResult;

class WorstTest {

    @Test
    void goesOnWithTheWorstCounterexample() {
        assertThat(Line.evaluate(Line.allCorrect(), 0.6))
                .worst()
                .breaks(Line.MODEL)
                .distance()
                .isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void failsWhenThereIsNone() {
        RobustnessResult all = Line.evaluate(Line.allCorrect(), 0.4);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(all).worst().breaks(Line.MODEL))
                .withMessage(shouldHaveCounterexample(all).create());
    }
}
