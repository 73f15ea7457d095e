package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Budget;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.samples.Samples;

/** What ends a test before it has an answer. */
class BudgetTest {

    /**
     * Takes longer than any budget here for gradients, once it has been asked to confirm a counterexample: by a batch of one,
     * after the search has begun.
     */
    private record Slow(DifferentiableClassifier model, AtomicBoolean isSearched, AtomicBoolean isTired)
            implements ForwardingGradients {
        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            if (count == 1 && isSearched.get()) {
                isTired.set(true);
            }
            model.logits(inputs, count, logits);
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            if (count > 1) {
                isSearched.set(true);
            }
            rest();
            model.inputGradients(inputs, count, cotangent, logits, gradients);
        }

        private void rest() {
            try {
                Thread.sleep(isTired.get() ? 3200 : 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static class SlowTestCase {
        @Model
        static DifferentiableClassifier model() {
            return new Slow(Sign.sign(), new AtomicBoolean(), new AtomicBoolean());
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @Budget(seconds = 3)
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0)
        void stays() {}
    }

    @Budget(seconds = 3)
    static class BoundedClassTestCase extends Sign {
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0)
        void stays() {}

        @Budget(seconds = 5)
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0)
        void takesLonger() {}
    }

    /** So that the time is not spent on loading classes. */
    @BeforeAll
    static void warmUp() {
        Robustest.run(FastTestCase.class);
    }

    @Test
    void aTestWhoseTimeIsSpentIsInconclusiveWithWhatWasReached() {
        inOneThread(SlowTestCase.class)
                .execute()
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(message(text ->
                        text.matches("(?s)Inconclusive, which does not pass: [123] of 4 samples could not be judged.*")
                                && text.contains("stopped with the end of its time: the 3.0 s of the test are spent")
                                && text.contains("1 broken")))));
    }

    /** In several, those that do not wait for the model may be done with their samples before it is tired. */
    private static EngineTestKit.Builder inOneThread(Class<?> testClass) {
        return Robustest.select(selectClass(testClass)).configurationParameter("robustest.threads", "1");
    }

    /** Takes longer than the budget for the last question that decides: that which confirms the only counterexample. */
    private record SlowAtLast(DifferentiableClassifier model, AtomicBoolean hasRested) implements ForwardingGradients {
        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            model.logits(inputs, count, logits);
            if (logits[0] > logits[1] && !hasRested.getAndSet(true)) {
                rest();
            }
        }

        private static void rest() {
            try {
                Thread.sleep(3200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static class SlowAtLastTestCase {
        @Model
        static DifferentiableClassifier model() {
            return new SlowAtLast(Sign.sign(), new AtomicBoolean());
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers().where(sample -> sample.id().equals("near positive"));
        }

        @Budget(seconds = 3)
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0)
        void stays() {}
    }

    @Test
    void aTestIsInconclusiveAlsoWhereItsTimeIsSpentAfterTheSearch() {
        inOneThread(SlowAtLastTestCase.class)
                .execute()
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(message(
                        text -> text.contains("the 3.0 s of the test were spent before its evaluation had ended")
                                && text.contains("allow more by @Budget")
                                && text.contains("1 broken")))));
    }

    @Test
    void theBudgetOfAMethodPrecedesThatOfItsClass() {
        assertThat(TestMethod.allOf(BoundedClassTestCase.class))
                .extracting(test -> test.budget().orElseThrow())
                .containsExactly(3.0, 5.0);
    }

    @Test
    void anInconclusiveTestIsSkippedIfThatIsAskedFor() {
        inOneThread(SlowTestCase.class)
                .configurationParameter("robustest.inconclusive", "skip")
                .execute()
                .testEvents()
                .aborted()
                .assertEventsMatchExactly(event(abortedWithReason(message(text -> text.startsWith("Inconclusive")))));
    }

    static class FastTestCase extends Sign {
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0.75)
        void stays() {}
    }

    @Test
    void aTestThatNeedsLessThanItsTimeIsAsItWouldBeWithout() {
        Robustest.select(selectClass(FastTestCase.class))
                .configurationParameter("robustest.budget", "600")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1));
    }
}
