package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldNotBreak.shouldNotBreak;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.Counterexample;

class ShouldNotBreakTest {

    private final Counterexample counterexample =
            Line.evaluate(Line.allCorrect(), 0.6).worst().orElseThrow();

    @Test
    void saysWhichCounterexampleItIs() {
        assertThat(shouldNotBreak(counterexample).create())
                .isEqualTo(
                        String.format(
                                "Expecting a model to get the counterexample right, but it does not predict the true class%n"
                                        + "  counterexample to near left in linf(0.6), found by OneStep with seed 7 at its only step"));
    }
}
