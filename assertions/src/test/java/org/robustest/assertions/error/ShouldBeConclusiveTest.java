package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldBeConclusive.shouldBeConclusive;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;

class ShouldBeConclusiveTest {

    @Test
    void listsTheObstacles() {
        assertThat(shouldBeConclusive(Line.evaluate(Line.samples().build(), 0.5))
                        .create())
                .isEqualToNormalizingNewlines("""
                Inconclusive, which does not pass: There are no samples: nothing was tested. Check what the provider of the samples returns.
                  set:           linf(0.5)
                  attack:        OneStep, seed 7
                  samples:       0, of which 0 certified, 0 unbroken, 0 broken, 0 misclassified without a perturbation, 0 failed""");
    }
}
