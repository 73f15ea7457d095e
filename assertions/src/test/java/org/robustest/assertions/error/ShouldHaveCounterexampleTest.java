package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveCounterexample.shouldHaveCounterexample;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;

class ShouldHaveCounterexampleTest {

    @Test
    void saysThatNoneIsKnown() {
        assertThat(shouldHaveCounterexample(Line.evaluate(Line.allCorrect(), 0.4))
                        .create())
                .startsWith(String.format("Expecting a counterexample under linf(0.4) but none is known%n"
                        + "  set:           linf(0.4)%n"));
    }
}
