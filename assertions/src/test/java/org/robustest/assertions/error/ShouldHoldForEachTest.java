package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHoldForEach.shouldHoldForEach;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.RobustnessResult;

class ShouldHoldForEachTest {

    private final RobustnessResult half = Line.evaluate(Line.allCorrect(), 0.6);

    @Test
    void namesEachPartWithTheFirstLineOfItsFailure() {
        assertThat(shouldHoldForEach(
                                half, "patient", 3, Map.of("7", new AssertionError(String.format("not 100%%%nat all"))))
                        .create())
                .startsWith(
                        String.format("Expecting the requirement to hold for each patient but it does not for 1 of 3:%n"
                                + "  patient 7: not 100%%%n"
                                + "  set:           linf(0.6)%n"));
    }

    @Test
    void namesTheFirstTenOfMany() {
        Map<String, AssertionError> failures = new LinkedHashMap<>();
        for (int i = 1; i <= 12; i++) {
            failures.put("p" + i, new AssertionError("no"));
        }
        assertThat(shouldHoldForEach(half, "patient", 20, failures).create())
                .contains("for 12 of 20", String.format("  patient p10: no%n  and 2 more%n"))
                .doesNotContain("p11");
    }
}
