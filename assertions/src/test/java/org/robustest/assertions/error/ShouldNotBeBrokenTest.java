package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldNotBeBroken.shouldNotBeBrokenWithin;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.attack.Budget;

class ShouldNotBeBrokenTest {

    @Test
    void namesTheEffort() {
        assertThat(shouldNotBeBrokenWithin(Line.evaluate(Line.allCorrect(), 0.6), Budget.ofForwards(50))
                        .create())
                .startsWith(String.format("Expecting none of the samples that the model gets right to be broken under"
                        + " linf(0.6) within 50 forwards a sample, but 2 of them are%n"
                        + "  set:           linf(0.6)%n"));
    }
}
