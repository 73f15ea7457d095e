package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldBreak.shouldBreak;
import static org.robustest.assertions.error.ShouldLieIn.shouldLieIn;
import static org.robustest.assertions.error.ShouldNotBreak.shouldNotBreak;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.robustest.evaluation.Counterexample;

class CounterexampleAssertTest {

    /** The input -0.5, moved by 0.6 to 0.1: the logits are -0.1 and 0.1. */
    private final Counterexample counterexample =
            Line.evaluate(Line.allCorrect(), 0.6).worst().orElseThrow();

    @Test
    void passesOnWhatIsTrueOfIt() {
        assertThat(counterexample)
                .breaks(Line.MODEL)
                .doesNotBreak(Line.REPAIRED)
                .liesIn(linf(0.7));
        assertThat(counterexample).distance().isBetween(0.599, 0.601);
        assertThat(counterexample).margin().isBetween(-0.201, -0.199);
        assertThat(counterexample).input().hasSize(1);
    }

    @Test
    void failsWhenAModelGetsItRight() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(counterexample).breaks(Line.REPAIRED))
                .withMessage(shouldBreak(counterexample).create());
    }

    @Test
    void failsWhenAModelGetsItWrong() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(counterexample).doesNotBreak(Line.MODEL))
                .withMessage(shouldNotBreak(counterexample, counterexample.predictionOf(Line.MODEL))
                        .create());
    }

    @Test
    void failsWhenItLiesOutsideOfASet() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(counterexample).liesIn(linf(0.4)))
                .withMessage(shouldLieIn(counterexample, linf(0.4)).create());
    }

    @Test
    void keepsTheDescriptionOfTheUserBeyondItsOwnAssertions() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(counterexample).as("of release 7").distance().isLessThan(0.1))
                .withMessageStartingWith("[of release 7, distance of the counterexample to near left in linf(0.6)]");
    }
}
