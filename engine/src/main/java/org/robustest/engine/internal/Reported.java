package org.robustest.engine.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.report.FinishedTest;
import org.robustest.report.TestOutcome;

/** Tests as they stand in the report of the run. */
final class Reported {

    private Reported() {}

    static FinishedTest finished(
            TestMethod test,
            Level level,
            Outcome outcome,
            String message,
            Duration time,
            Optional<RobustnessResult> result,
            Optional<Path> counterexample) {
        return new FinishedTest(
                test.testClass().getName(),
                test.method().getName(),
                Jupiter.displayName(test.method()).orElse(test.method().getName() + "()"),
                level.epsilon(),
                level.required(),
                level.requiredCertified(),
                switch (outcome) {
                    case PASSED -> TestOutcome.PASSED;
                    case FAILED -> TestOutcome.FAILED;
                    case INCONCLUSIVE -> TestOutcome.INCONCLUSIVE;
                    case SKIPPED -> TestOutcome.SKIPPED;
                    case ERROR -> TestOutcome.ERROR;
                },
                message,
                time,
                result,
                counterexample);
    }

    /** Returns a test that did not come to run. */
    static FinishedTest unfinished(TestMethod test, Level level, Outcome outcome, String message) {
        return finished(test, level, outcome, message, Duration.ZERO, Optional.empty(), Optional.empty());
    }

    /** Returns what people are told of the end of a test. */
    static String message(Throwable reason) {
        String message = reason.getMessage();
        boolean speaksForItself = reason instanceof AssertionError || reason instanceof TestAbortedException;
        return speaksForItself && message != null ? message : reason.toString();
    }
}
