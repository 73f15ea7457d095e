package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessResult;

class SoftAssertionsTest {

    private final SoftAssertions softly = new SoftAssertions();

    @Test
    void collectsEveryFailureOnAResult() {
        RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);
        softly.proxy(RobustnessResultAssert.class, RobustnessResult.class, half)
                .hasRobustAccuracyOfAtLeast(0.75)
                .isConclusive()
                .remainsCorrect();
        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }

    @Test
    void collectsTheFailureOfAWholeSentence() {
        softly.check(() -> RobustnessAssertions.assertThat(Line.MODEL)
                .on(Line.allCorrect())
                .remainsCorrectUnder(linf(0.6)));
        assertThat(softly.assertionErrorsCollected()).hasSize(1);
    }
}
