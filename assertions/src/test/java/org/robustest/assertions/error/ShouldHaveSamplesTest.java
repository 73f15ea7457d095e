package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveSamples.shouldHaveSamples;

import org.junit.jupiter.api.Test;

class ShouldHaveSamplesTest {

    @Test
    void saysWhereToLook() {
        assertThat(shouldHaveSamples().create())
                .isEqualTo("Inconclusive, which does not pass: There are no samples: nothing was tested. Check what the"
                        + " provider of the samples returns.");
    }
}
