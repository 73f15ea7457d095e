package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveArea.shouldHaveAreaOfAtLeast;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.assertions.OneStep;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessEvaluation;

class ShouldHaveAreaTest {

    private final RobustnessCurve curve = new RobustnessCurve(RobustnessEvaluation.of(Line.MODEL)
            .withAttack(new OneStep())
            .curve(Line.allCorrect(), List.of(linf(0.4), linf(0.6))));

    @Test
    void hasALineForEachSize() {
        assertThat(shouldHaveAreaOfAtLeast(curve, 0.95).create())
                .startsWith(String.format(
                        "Expecting a mean robust accuracy of at least 0.95 over all sizes up to 0.6 but it was"
                                + " 0.9167%n"
                                + "  at 0.4: 1.0000 (4 of 4)%n"
                                + "  at 0.6: 0.5000 (2 of 4)%n"
                                + "  set:           linf(0.6)%n"));
    }
}
