package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;

class EscalationTest {

    private static final Map<Double, RobustnessResult> RESULTS = new HashMap<>();

    @BeforeEach
    void forget() {
        RESULTS.clear();
    }

    static class LadderTestCase extends Sign {
        @RobustnessTest(epsilon = {0.5, 1.1, 2})
        void remembers(RobustnessResult result) {
            RESULTS.put(result.set().epsilon(), result);
        }
    }

    @Test
    void whatHasFallenStaysFallenWithItsCounterexample() {
        Robustest.run(LadderTestCase.class);
        assertThat(RESULTS.get(2.0).verdicts(Verdict.Broken.class))
                .extracting(broken -> broken.counterexample().set().epsilon())
                .containsExactlyInAnyOrder(0.5, 1.1, 2.0, 2.0);
    }

    @Test
    void aVerdictDoesNotDependOnWhichTestsAreSelected() {
        Robustest.select(selectClass(LadderTestCase.class)).execute();
        String all = describe(RESULTS.get(1.1));
        RESULTS.clear();

        Robustest.select(selectUniqueId("[engine:robustest]/[class:" + LadderTestCase.class.getName()
                        + "]/[method:remembers(org.robustest.evaluation.RobustnessResult)]/[epsilon:1.1]"))
                .execute();
        assertThat(RESULTS).containsOnlyKeys(1.1);
        assertThat(describe(RESULTS.get(1.1))).isEqualTo(all);
    }

    private static String describe(RobustnessResult result) {
        return result.verdicts(Verdict.Broken.class).stream()
                .map(broken ->
                        broken.counterexample() + " " + broken.counterexample().input()[0] + broken.effort())
                .toList()
                .toString();
    }
}
