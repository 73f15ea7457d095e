package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.perturbation.Perturbations.linf;

import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.robustest.evaluation.RobustnessResult;

class RobustnessSoftAssertionsTest {

    private final RobustnessSoftAssertions softly = new RobustnessSoftAssertions();
    private final RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);

    @Test
    void collectsEveryFailureOfASentenceOnAResult() {
        softly.assertThat(half)
                .hasRobustAccuracyOfAtLeast(0.75)
                .withConfidence(0.95)
                .isConclusive()
                .remainsCorrect()
                .forClass("left")
                .remainsCorrect();
        assertThat(softly.assertionErrorsCollected()).hasSize(3);
    }

    @Test
    void collectsEveryFailureOfASentenceOnAModel() {
        softly.assertThat(Line.MODEL)
                .on(Line.allCorrect())
                .remainsCorrectUnder(linf(0.6))
                .under(linf(0.6))
                .remainsCorrect()
                .isCertifiedForAtLeast(0.75);
        softly.assertThat("a text").isEmpty();
        assertThat(softly.assertionErrorsCollected()).hasSize(4);
    }

    @Test
    void collectsFailuresBeyondItsOwnAssertions() {
        softly.assertThat(half).worst().distance().isNegative().isZero();
        assertThat(softly.assertionErrorsCollected()).hasSize(2);
    }

    @Test
    void reportsAllFailuresTogether() {
        softly.assertThat(half).as("first").remainsCorrect();
        softly.assertThat(half).as("second").hasRobustAccuracyOfAtLeast(0.75);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(softly::assertAll)
                .withMessageContainingAll("[first] Expecting all of 4", "[second] Expecting a robust accuracy");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RobustnessSoftAssertions.assertRobustnessSoftly(
                        all -> all.assertThat(half).remainsCorrect()));
    }

    @Test
    void tellsTheLineOfTheTest() {
        softly.assertThat(half).remainsCorrect();
        softly.assertThat(half).forClass("left").isCertifiedForAtLeast(0.75);
        softly.assertThat(Line.MODEL).on(Line.allCorrect()).remainsCorrectUnder(linf(0.6));
        assertThat(softly.assertionErrorsCollected())
                .extracting(failure -> failure.getStackTrace()[0].getMethodName())
                .containsOnly("tellsTheLineOfTheTest");
    }

    @Test
    void reportsNothingWhenNothingFails() {
        softly.assertThat(half).hasRobustAccuracyOfAtLeast(0.5).forClass("left").hasRobustAccuracyOfAtLeast(0.5);
        softly.assertAll();
        assertThat(softly.wasSuccess()).isTrue();
    }

    @Test
    void collectsAWholeSentenceInSoftAssertionsOfAnyKind() {
        SoftAssertions plain = new SoftAssertions();
        plain.check(() -> RobustnessAssertions.assertThat(half).remainsCorrect());
        assertThat(plain.assertionErrorsCollected()).hasSize(1);
    }

    @Test
    @ExtendWith(SoftAssertionsExtension.class)
    void isInjectedByTheExtensionOfAssertJ(RobustnessSoftAssertions injected) {
        injected.assertThat(half).hasRobustAccuracyOfAtLeast(0.5);
    }
}
