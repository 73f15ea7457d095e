package org.robustest.engine.internal;

import org.opentest4j.TestAbortedException;
import org.robustest.evaluation.RobustnessResult;

/** How a trial ended. */
enum Outcome {
    PASSED,
    FAILED,
    INCONCLUSIVE,
    SKIPPED,
    ERROR;

    /** Tells how a trial ended that was stopped before there was a result. */
    static Outcome of(Throwable reason) {
        if (reason instanceof InconclusiveError) {
            return INCONCLUSIVE;
        }
        if (reason instanceof TestAbortedException) {
            return SKIPPED;
        }
        return reason instanceof AssertionError ? FAILED : ERROR;
    }

    static Outcome of(Throwable reason, RobustnessResult result) {
        return result.obstacles().isEmpty() ? of(reason) : INCONCLUSIVE;
    }
}
