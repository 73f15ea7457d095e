package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.robustest.classifier.MarginDecision;

class BranchAndBoundTest {

    @Test
    void decides_tiny_networks_as_the_exact_least_margin_does() {
        int undecided = 0;
        for (int seed = 0; seed < 400; seed++) {
            TinyNetwork tiny = new TinyNetwork(seed);
            double exact = tiny.leastMargin();
            MarginDecision decision = tiny.network().decideMargins(tiny.box(), 0, 1000);
            if (Math.abs(exact) < 1e-4) {
                continue;
            }
            if (exact > 0 ? decision instanceof MarginDecision.Refuted : decision instanceof MarginDecision.Proved) {
                throw new AssertionError(seed + " " + exact + " " + decision);
            }
            undecided += decision instanceof MarginDecision.Undecided ? 1 : 0;
        }
        assertThat(undecided).isZero();
    }
}
