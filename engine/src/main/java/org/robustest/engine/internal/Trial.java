package org.robustest.engine.internal;

import static org.robustest.assertions.RobustnessAssertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;
import org.robustest.evaluation.RobustnessResult;

/** One execution of a test at one noise level: the attack, the check of the thresholds and of the baseline, and the body. */
final class Trial {

    private final TestMethod test;
    private final Level level;
    private final ClassRun classRun;
    private final TestRun testRun;
    private final Settings settings;
    private final OptionalDouble budget;
    private final Leash leash;
    private final long start = System.nanoTime();
    private Optional<RobustnessResult> result = Optional.empty();
    private Optional<Path> counterexample = Optional.empty();

    Trial(TestMethod test, Level level, ClassRun classRun, BooleanSupplier isCancelled) {
        this.test = test;
        this.level = level;
        this.classRun = classRun;
        this.testRun = classRun.testRun(test);
        this.settings = classRun.settings();
        this.budget = test.budget().isPresent() ? test.budget() : settings.budget();
        this.leash = new Leash(budget, isCancelled);
    }

    void run() {
        try {
            RobustnessResult found = testRun.at(level, leash);
            if (leash.isCancelled()) {
                throw new TestAbortedException("the run was cancelled");
            }
            result = Optional.of(found);
            counterexample = testRun.keep(found);
            check(found);
            runBody(found);
            record(Outcome.PASSED, "");
        } catch (Throwable reason) {
            Outcome outcome = result.map(found -> Outcome.of(reason, found)).orElseGet(() -> Outcome.of(reason));
            record(outcome, Reported.message(reason));
            if (outcome == Outcome.INCONCLUSIVE && settings.inconclusive() == Inconclusive.SKIP) {
                throw new TestAbortedException(reason.getMessage(), reason);
            }
            throw reason;
        }
    }

    private void check(RobustnessResult found) {
        assertThat(found).isConclusive();
        level.required().ifPresent(required -> assertThat(found).hasRobustAccuracyOfAtLeast(required));
        if (settings.mode() != Mode.REPLAY) {
            level.requiredCertified().ifPresent(required -> assertThat(found).isCertifiedForAtLeast(required));
        }
        leash.requireTime(found);
        classRun.baseline().check(test, level, found, budget);
    }

    /** Returns the result, unless the model, the samples or the attack failed altogether. */
    Optional<RobustnessResult> result() {
        return result;
    }

    /** Returns the file of the worst counterexample that was new, if there is one. */
    Optional<Path> counterexample() {
        return counterexample;
    }

    private void runBody(RobustnessResult found) {
        Object instance = ReflectionSupport.newInstance(test.testClass());
        if (test.takesResult()) {
            ReflectionSupport.invokeMethod(test.method(), instance, found);
        } else {
            ReflectionSupport.invokeMethod(test.method(), instance);
        }
    }

    private void record(Outcome outcome, String message) {
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        Optional<String> skipped = outcome == Outcome.SKIPPED ? Optional.of(message) : Optional.empty();
        classRun.table().add(new OutcomeTable.Row(test.method().getName(), level, result, outcome, time, skipped));
        classRun.report().add(Reported.finished(test, level, outcome, message, time, result, counterexample));
    }
}
