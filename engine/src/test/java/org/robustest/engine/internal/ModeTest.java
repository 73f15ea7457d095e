package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Cascade;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;

/** How much each mode searches. */
class ModeTest {

    private static final List<RobustnessResult> RESULTS = new ArrayList<>();

    /** Shows no layers, so that nothing is proved and every sample is searched to the end. */
    private record Opaque(DifferentiableClassifier model) implements ForwardingGradients {}

    static class OpaqueTestCase {
        @Model
        static DifferentiableClassifier model() {
            return new Opaque(Sign.sign());
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(epsilon = 0.125)
        void remembers(RobustnessResult result) {
            RESULTS.add(result);
        }
    }

    @AfterEach
    void forget() {
        RESULTS.clear();
    }

    private static RobustnessResult in(String mode) {
        Robustest.select(selectClass(OpaqueTestCase.class))
                .configurationParameter("robustest.mode", mode)
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1));
        return RESULTS.get(RESULTS.size() - 1);
    }

    @Test
    void theDefaultIsTheStandardCascade() {
        assertThat(in("default").attack()).isEqualTo(Cascade.standard().toString());
    }

    @Test
    void aSearchTriesFarMore() {
        assertThat(in("search").effort().forwards())
                .isGreaterThan(10 * in("default").effort().forwards());
        assertThat(in("search").attack()).contains("APGD(", "restarts=10", "FMN(", "Square(", "queries=5000");
    }

    @Test
    void aReplayAsksForNoGradient() {
        assertThat(in("replay").effort().backwards()).isZero();
    }
}
