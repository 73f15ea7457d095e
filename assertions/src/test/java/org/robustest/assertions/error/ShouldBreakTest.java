package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldBreak.shouldBreak;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.Counterexample;

class ShouldBreakTest {

    private final Counterexample counterexample =
            Line.evaluate(Line.allCorrect(), 0.6).worst().orElseThrow();

    @Test
    void saysWhichCounterexampleItIs() {
        assertThat(shouldBreak(counterexample).create())
                .isEqualTo(
                        String.format(
                                "Expecting a model to get the counterexample wrong, but it predicts the true class, 0%n"
                                        + "  counterexample to near left in linf(0.6), found by OneStep with seed 7 at its only step"));
    }
}
