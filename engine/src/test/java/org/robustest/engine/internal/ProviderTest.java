package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.TestAbortedException;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.InputsFrom;
import org.robustest.engine.Model;
import org.robustest.engine.ModelFrom;
import org.robustest.engine.RobustnessTest;
import org.robustest.network.Network;
import org.robustest.samples.Samples;

class ProviderTest {

    private static final AtomicInteger CALLS = new AtomicInteger();

    @BeforeEach
    void forget() {
        CALLS.set(0);
    }

    static class CountingTestCase {
        @Model
        static Network model() {
            CALLS.incrementAndGet();
            return (Network) Sign.sign();
        }

        @Inputs
        static Samples numbers() {
            CALLS.incrementAndGet();
            return Sign.numbers();
        }

        @RobustnessTest(
                epsilon = {0.1, 0.2},
                minRobustAccuracy = 1)
        void first() {}

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void second() {}
    }

    @Test
    void isCalledOnceForAllTestsOfTheClass() {
        Robustest.tests(CountingTestCase.class).assertStatistics(statistics -> statistics.succeeded(3));
        assertThat(CALLS).hasValue(2);
    }

    @Test
    void isNotCalledToDiscoverTests() {
        Robustest.select(selectClass(CountingTestCase.class)).discover();
        assertThat(CALLS).hasValue(0);
    }

    static class InheritingTestCase extends CountingTestCase {}

    @Test
    void mayStandInASuperclassAsTheTestsMay() {
        Robustest.tests(InheritingTestCase.class).assertStatistics(statistics -> statistics.succeeded(3));
    }

    abstract static class EnclosingTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        static class InnerTestCase {
            @Inputs
            static Samples numbers() {
                return Sign.numbers();
            }

            @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
            void test() {}
        }
    }

    @Test
    void mayStandInAnEnclosingClass() {
        Robustest.tests(EnclosingTestCase.InnerTestCase.class).assertStatistics(statistics -> statistics.succeeded(1));
    }

    static class AbortingTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        @Inputs
        static Samples numbers() {
            throw new TestAbortedException("the data folder is missing");
        }

        @RobustnessTest(
                epsilon = {0.1, 0.2},
                minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void skipsEveryTestWithItsReasonIfItAborts() {
        Robustest.tests(AbortingTestCase.class)
                .assertStatistics(
                        statistics -> statistics.aborted(2).succeeded(0).failed(0))
                .aborted()
                .assertEventsMatchExactly(
                        event(abortedWithReason(message("the data folder is missing"))),
                        event(abortedWithReason(message("the data folder is missing"))));
    }

    static class ThrowingTestCase {
        @Model
        static DifferentiableClassifier model() {
            CALLS.incrementAndGet();
            throw new IllegalStateException("beats.zip is missing");
        }

        @Inputs
        static Samples numbers() {
            return Sign.numbers();
        }

        @RobustnessTest(
                epsilon = {0.1, 0.2},
                minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void isOneFailureOfTheClassIfItThrows() {
        EngineExecutionResults results = Robustest.run(ThrowingTestCase.class);
        results.containerEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        container(ThrowingTestCase.class),
                        finishedWithFailure(
                                message("@Model method ThrowingTestCase.model() failed, so nothing was tested:"
                                        + " java.lang.IllegalStateException: beats.zip is missing"),
                                cause(instanceOf(IllegalStateException.class)))));
        results.testEvents().assertStatistics(statistics -> statistics.started(0));
        assertThat(CALLS).hasValue(1);
    }

    public static class CountedModel implements Supplier<DifferentiableClassifier> {
        @Override
        public DifferentiableClassifier get() {
            CALLS.incrementAndGet();
            return Sign.sign();
        }
    }

    static class Numbers implements Supplier<Samples> {
        @Override
        public Samples get() {
            CALLS.incrementAndGet();
            return Sign.numbers();
        }
    }

    @ModelFrom(CountedModel.class)
    @InputsFrom(Numbers.class)
    static class OneTestCase {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @ModelFrom(CountedModel.class)
    @InputsFrom(Numbers.class)
    static class OtherTestCase {
        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void mayBeAClassAndIsAskedOnceForAllThatNameIt() {
        Robustest.select(selectClass(OneTestCase.class), selectClass(OtherTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2));
        assertThat(CALLS).hasValue(2);
    }

    static class SecondInheritingTestCase extends CountingTestCase {}

    @Test
    void isAskedOnceForAllClassesThatInheritIt() {
        Robustest.select(selectClass(InheritingTestCase.class), selectClass(SecondInheritingTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(6));
        assertThat(CALLS).hasValue(2);
    }

    static class NullTestCase {
        @Model
        static DifferentiableClassifier model() {
            return Sign.sign();
        }

        @Inputs
        static Samples numbers() {
            return null;
        }

        @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 1)
        void test() {}
    }

    @Test
    void failsTheTestIfItReturnsNull() {
        Robustest.run(NullTestCase.class)
                .containerEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(
                        message("@Inputs method NullTestCase.numbers() returned null; nothing was tested"))));
    }
}
