package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldBeAtLeastAsRobust.shouldBeAtLeastAsRobust;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.statistics.McNemarTest;

class ShouldBeAtLeastAsRobustTest {

    @Test
    void countsTheSamplesOnWhichTheModelsDiffer() {
        RobustnessResult half = Line.evaluate(Line.twenty(), 0.6);
        RobustnessResult all = Line.evaluate(Line.twenty(), 0.4);
        List<String> lost = IntStream.range(0, 10).mapToObj(i -> "near " + i).toList();
        assertThat(shouldBeAtLeastAsRobust(half, all, lost, new McNemarTest(0, 10), 0.95)
                        .create())
                .startsWith(String.format(
                        "Expecting the model to be at least as robust as the other one under linf(0.6) but"
                                + " the other one is more robust, with 95.0 %% confidence: robust accuracy 0.5000 (10 of 20) against"
                                + " 1.0000 (20 of 20). Of the samples on which they differ, 0 stand with this model alone, and 10 with"
                                + " the other one alone (McNemar's test, p = 0.0009766)%n"
                                + "  lost:          near 0, near 1, near 2, near 3, near 4, and 5 more%n"
                                + "  set:           linf(0.6)%n"));
    }
}
