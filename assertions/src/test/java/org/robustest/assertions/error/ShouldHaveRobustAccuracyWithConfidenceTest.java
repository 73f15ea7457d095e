package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracyWithConfidence.shouldHaveRobustAccuracyOfAtLeast;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;

class ShouldHaveRobustAccuracyWithConfidenceTest {

    @Test
    void keepsThePopulationApartFromTheSamples() {
        assertThat(shouldHaveRobustAccuracyOfAtLeast(Line.evaluate(Line.twenty(), 0.4), 0.9, 0.95, 0.86)
                        .create())
                .startsWith(
                        "Expecting a robust accuracy of at least 0.9 under linf(0.4) in the population that the samples"
                                + " were drawn from, with 95.0 % confidence, but no more is shown than 0.8600. On the samples it was"
                                + " 1.0000 (20 of 20); if that is what it is in the population too, test more of them");
    }
}
