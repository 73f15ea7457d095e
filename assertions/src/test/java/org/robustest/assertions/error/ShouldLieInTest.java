package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldLieIn.shouldLieIn;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.Counterexample;

class ShouldLieInTest {

    private final Counterexample counterexample =
            Line.evaluate(Line.allCorrect(), 0.6).worst().orElseThrow();

    @Test
    void saysHowFarAwayItIs() {
        assertThat(shouldLieIn(counterexample, linf(0.4)).create())
                .isEqualTo(String.format("Expecting the counterexample to lie in linf(0.4) but it is not known to: its"
                        + " perturbation is 0.6000 in the norm of linf(0.6)%n"
                        + "  counterexample to near left in linf(0.6), found by OneStep with seed 7 at its only step"));
    }
}
