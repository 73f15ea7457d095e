package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracy.shouldHaveRobustAccuracyOfAtLeast;
import static org.robustest.perturbation.Perturbations.linf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.layer.Dense;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class OutcomeTest {

    static class ThresholdsTestCase extends Sign {
        @RobustnessTest(
                epsilon = {0.2, 0.5, 1.1},
                minRobustAccuracy = {1, 0.8, 0.5})
        void keepsTheSign() {}
    }

    @Test
    void aTestPassesOrFailsAtEachNoiseLevelByItself() {
        Robustest.tests(ThresholdsTestCase.class)
                .assertStatistics(
                        statistics -> statistics.started(3).succeeded(2).failed(1))
                .finished()
                .assertEventsMatchExactly(
                        event(test(), displayName("epsilon = 0.2"), finishedSuccessfully()),
                        event(test(), displayName("epsilon = 0.5"), finishedWithFailure()),
                        event(test(), displayName("epsilon = 1.1"), finishedSuccessfully()));
    }

    @Test
    void aFailureSaysWhatTheAssertionSays() {
        String expected = shouldHaveRobustAccuracyOfAtLeast(
                        RobustnessEvaluation.of(Sign.sign()).evaluate(Sign.numbers(), linf(0.5)), 0.8)
                .create();
        Robustest.tests(ThresholdsTestCase.class)
                .failed()
                .assertEventsMatchExactly(
                        event(finishedWithFailure(instanceOf(AssertionFailedError.class), message(expected))));
    }

    static class OneThresholdForAllTestCase extends Sign {
        @RobustnessTest(
                epsilon = {0.2, 0.5},
                minRobustAccuracy = 0.8)
        void keepsTheSign() {}
    }

    @Test
    void oneThresholdHoldsForAllNoiseLevels() {
        Robustest.tests(OneThresholdForAllTestCase.class)
                .assertStatistics(statistics -> statistics.succeeded(1).failed(1));
    }

    static class NoSamplesTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        @Inputs
        static Samples none() {
            return Sign.samples().build();
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 0)
        void test() {}
    }

    static class ConstantLogitsTestCase {
        @Model
        static DifferentiableClassifier constant() {
            return Sign.withWeights(0, 0);
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 0)
        void test() {}
    }

    static class NanLogitsTestCase {
        @Model
        static DifferentiableClassifier overflowing() {
            Layer explode = Dense.of(new float[] {Float.MAX_VALUE, -Float.MAX_VALUE}, new float[] {0, 0});
            Layer cancel = Dense.of(new float[] {10, 10, 10, 10}, new float[] {0, 0});
            return Network.sequential(Shape.of(1), List.of(explode, cancel));
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 0)
        void test() {}
    }

    static class OutOfRangeTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        @Inputs
        static Samples numbers() {
            return Sign.samples()
                    .within(0, 1)
                    .add("inside", new float[] {0.5F}, 1)
                    .add("outside", new float[] {1.5F}, 1)
                    .build();
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 0)
        void test() {}
    }

    @Test
    void aCheckOfNothingIsNeverGreen() {
        requireInconclusive(NoSamplesTestCase.class, "There are no samples");
    }

    @Test
    void aModelWithConstantLogitsIsNeverGreen() {
        requireInconclusive(ConstantLogitsTestCase.class, "No sample is classified correctly");
    }

    @Test
    void aModelWithNanLogitsIsNeverGreen() {
        requireInconclusive(NanLogitsTestCase.class, "NaN");
    }

    @Test
    void anInputOutsideOfTheDeclaredRangeIsNeverGreen() {
        requireInconclusive(OutOfRangeTestCase.class, "outside the declared range [0.0, 1.0]");
    }

    private static void requireInconclusive(Class<?> testClass, String obstacle) {
        Robustest.tests(testClass)
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(
                        instanceOf(AssertionError.class),
                        message(text -> text.contains("Inconclusive") && text.contains(obstacle)))));
    }

    static class LabelsOnlyTestCase {
        /** Gives no gradients, as a model behind a service does. */
        private record Remote(Classifier model) implements Forwarding {}

        @Model
        static Classifier remote() {
            return new Remote(Sign.sign());
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0.8)
        void test() {}
    }

    @Test
    void aModelWithoutGradientsIsAttackedWithoutThem() {
        Robustest.tests(LabelsOnlyTestCase.class)
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(message(
                        text -> text.contains("but it was 0.7500 (3 of 4)") && text.contains("gradient-free: ")))));
    }

    @Test
    void theNumbersAreReported() {
        List<Event> entries = Robustest.tests(ThresholdsTestCase.class)
                .reportingEntryPublished()
                .list();
        assertThat(entries).hasSize(3);
        assertThat(entries.get(1).getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .containsEntry("robustest.epsilon", "0.5")
                .containsEntry("robustest.minRobustAccuracy", "0.8")
                .containsEntry("robustest.robustAccuracy", "0.75")
                .containsEntry("robustest.cleanAccuracy", "1.0")
                .containsEntry("robustest.samples", "4")
                .containsEntry("robustest.seed", "0");
    }

    @Test
    void theSeedIsAConfigurationParameter() {
        Robustest.select(selectClass(ThresholdsTestCase.class))
                .configurationParameter("robustest.seed", "42")
                .execute()
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        finishedWithFailure(message(text -> text.contains(", seed 42") && text.contains("42L")))));
    }

    @Test
    void aSeedThatIsNoNumberFailsTheClass() {
        Robustest.select(selectClass(ThresholdsTestCase.class))
                .configurationParameter("robustest.seed", "lucky")
                .execute()
                .containerEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(message(
                        "the configuration parameter robustest.seed must be a whole number, but it is \"lucky\""))));
    }

    @Test
    void aTableIsPrintedAtTheEndOfTheClass() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Robustest.run(ThresholdsTestCase.class);
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("ThresholdsTestCase")
                .containsPattern("keepsTheSign +0\\.5 +0\\.8 +0\\.7500 +0\\.7500 +1\\.0000 +failed ");
    }
}
