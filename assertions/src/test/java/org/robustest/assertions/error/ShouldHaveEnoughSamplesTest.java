package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveEnoughSamples.shouldHaveEnoughSamples;

import org.junit.jupiter.api.Test;

class ShouldHaveEnoughSamplesTest {

    /** 0.5^n <= 1 - confidence. */
    @Test
    void saysHowManyWouldBeEnough() {
        assertThat(shouldHaveEnoughSamples(4, 0.95).create())
                .isEqualTo(
                        "Inconclusive, which does not pass: on 4 samples no difference between two models could be told from"
                                + " chance with 95.0 % confidence. Test at least 5 samples");
        assertThat(shouldHaveEnoughSamples(4, 0.99).create()).endsWith("Test at least 7 samples");
    }
}
