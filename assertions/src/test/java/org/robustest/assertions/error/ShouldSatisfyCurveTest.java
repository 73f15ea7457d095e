package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldSatisfyCurve.shouldSatisfyCurve;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.assertions.OneStep;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessEvaluation;

class ShouldSatisfyCurveTest {

    private final RobustnessCurve curve = new RobustnessCurve(RobustnessEvaluation.of(Line.MODEL)
            .withAttack(new OneStep())
            .curve(Line.allCorrect(), List.of(linf(0.4), linf(0.6))));

    @Test
    void hasALineForEachSize() {
        assertThat(shouldSatisfyCurve(curve, epsilon -> 0.75).create())
                .startsWith(String.format(
                        "Expecting the robust accuracy to be at every size as large as required, but it is less at 1 of 2"
                                + " sizes%n"
                                + "  at 0.4: 1.0000 (4 of 4), required 0.75%n"
                                + "  at 0.6: 0.5000 (2 of 4), required 0.75, which is missed%n"
                                + "  set:           linf(0.6)%n"));
    }
}
