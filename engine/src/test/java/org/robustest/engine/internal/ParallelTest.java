package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.InputsFrom;
import org.robustest.engine.ModelFrom;
import org.robustest.engine.RobustnessTest;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;

class ParallelTest {

    private static final AtomicInteger RUNNING = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();
    private static final Map<String, String> RESULTS = new ConcurrentSkipListMap<>();
    private static final AtomicReference<CountDownLatch> BOTH = new AtomicReference<>(new CountDownLatch(2));

    static class SharedModel implements Supplier<DifferentiableClassifier> {
        @Override
        public DifferentiableClassifier get() {
            return Sign.sign();
        }
    }

    static class SharedInputs implements Supplier<Samples> {
        @Override
        public Samples get() {
            return Sign.numbers();
        }
    }

    /** Waits until another one runs as well, or until it is plain that none does. */
    private static void meet(String name, RobustnessResult result, long patience) {
        RESULTS.put(name + result.set(), result.verdicts().toString() + result.effort());
        MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
        BOTH.get().countDown();
        try {
            BOTH.get().await(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RUNNING.decrementAndGet();
    }

    @ModelFrom(value = SharedModel.class, threadSafe = true)
    @InputsFrom(SharedInputs.class)
    static class SafeOneTestCase {
        @RobustnessTest(epsilon = {0.5, 1.1})
        void test(RobustnessResult result) {
            meet("one", result, 10_000);
        }
    }

    @ModelFrom(value = SharedModel.class, threadSafe = true)
    @InputsFrom(SharedInputs.class)
    static class SafeOtherTestCase {
        @RobustnessTest(epsilon = {0.5, 1.1})
        void test(RobustnessResult result) {
            meet("other", result, 10_000);
        }
    }

    @ModelFrom(SharedModel.class)
    @InputsFrom(SharedInputs.class)
    static class OneTestCase {
        @RobustnessTest(epsilon = 0.5)
        void test(RobustnessResult result) {
            meet("one", result, 200);
        }
    }

    @ModelFrom(SharedModel.class)
    @InputsFrom(SharedInputs.class)
    static class OtherTestCase {
        @RobustnessTest(epsilon = 0.5)
        void test(RobustnessResult result) {
            meet("other", result, 200);
        }
    }

    @BeforeEach
    void begin() {
        MOST.set(0);
        RESULTS.clear();
        BOTH.set(new CountDownLatch(2));
    }

    private static EngineTestKit.Builder kit(Class<?> one, Class<?> other) {
        return Robustest.select(selectClass(one), selectClass(other));
    }

    private static EngineTestKit.Builder inParallel(EngineTestKit.Builder kit) {
        return kit.configurationParameter("robustest.parallel.enabled", "true")
                .configurationParameter("robustest.parallel.config.strategy", "fixed")
                .configurationParameter("robustest.parallel.config.fixed.parallelism", "4");
    }

    @Test
    void isOffUnlessAskedFor() {
        BOTH.set(new CountDownLatch(1));
        kit(SafeOneTestCase.class, SafeOtherTestCase.class).execute();
        assertThat(MOST).hasValue(1);
    }

    @Test
    void testsOfAModelThatIsSafeRunAtTheSameTimeAndFindTheSame() {
        inParallel(kit(SafeOneTestCase.class, SafeOtherTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(4));
        assertThat(MOST).hasValue(2);
        String parallel = RESULTS.toString();
        RESULTS.clear();
        kit(SafeOneTestCase.class, SafeOtherTestCase.class).execute();
        assertThat(RESULTS).asString().isEqualTo(parallel);
    }

    @Test
    void testsOfOtherModelsTakeTurns() {
        inParallel(kit(OneTestCase.class, OtherTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2));
        assertThat(MOST).hasValue(1);
    }
}
