package org.robustest.engine.internal;

import static org.robustest.assertions.RobustnessAssertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.platform.commons.support.ReflectionSupport;
import org.robustest.evaluation.RobustnessResult;

/** One execution of a test at one noise level: the attack, the check of the threshold, and the body. */
final class Trial {

    private final TestMethod test;
    private final Level level;
    private final ClassRun classRun;
    private final long start = System.nanoTime();
    private Optional<RobustnessResult> result = Optional.empty();

    Trial(TestMethod test, Level level, ClassRun classRun) {
        this.test = test;
        this.level = level;
        this.classRun = classRun;
    }

    void run() {
        try {
            RobustnessResult found = classRun.escalation(test).at(level);
            result = Optional.of(found);
            assertThat(found).isConclusive();
            level.required().ifPresent(required -> assertThat(found).hasRobustAccuracyOfAtLeast(required));
            level.requiredCertified().ifPresent(required -> assertThat(found).isCertifiedForAtLeast(required));
            runBody(found);
            record(Outcome.PASSED, Optional.empty());
        } catch (Throwable reason) {
            Outcome outcome = result.map(found -> Outcome.of(reason, found)).orElseGet(() -> Outcome.of(reason));
            record(outcome, outcome == Outcome.SKIPPED ? Optional.ofNullable(reason.getMessage()) : Optional.empty());
            throw reason;
        }
    }

    /** Returns the result, unless the model, the samples or the attack failed altogether. */
    Optional<RobustnessResult> result() {
        return result;
    }

    private void runBody(RobustnessResult found) {
        Object instance = ReflectionSupport.newInstance(test.testClass());
        if (test.takesResult()) {
            ReflectionSupport.invokeMethod(test.method(), instance, found);
        } else {
            ReflectionSupport.invokeMethod(test.method(), instance);
        }
    }

    private void record(Outcome outcome, Optional<String> skipped) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        classRun.table().add(new OutcomeTable.Row(test.method().getName(), level, result, outcome, time, skipped));
    }
}
