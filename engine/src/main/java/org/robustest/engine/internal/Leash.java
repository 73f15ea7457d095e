package org.robustest.engine.internal;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.robustest.evaluation.RobustnessResult;

/** Ends what takes longer than it may, or is not wanted any more. */
final class Leash {

    private static final String REMEDY = "allow more by @Budget or robustest.budget, or test fewer samples";

    private final OptionalDouble seconds;
    private final BooleanSupplier isCancelled;
    private final long start = System.nanoTime();

    Leash(OptionalDouble seconds, BooleanSupplier isCancelled) {
        this.seconds = seconds;
        this.isCancelled = isCancelled;
    }

    boolean isCancelled() {
        return isCancelled.getAsBoolean();
    }

    /** Throws if it is time to end. */
    void hold() {
        if (isCancelled()) {
            throw new EndException("the cancellation of the run");
        }
        if (isSpent()) {
            throw new EndException("the end of its time: the " + text(seconds) + " of the test are spent; " + REMEDY);
        }
    }

    /**
     * Keeps a test from passing that was over its time at the end, although no search had to be ended: what follows the search
     * takes its time too.
     */
    void requireTime(RobustnessResult found) {
        if (isSpent()) {
            throw new InconclusiveError("Inconclusive, which does not pass: the " + text(seconds)
                    + " of the test were spent before its evaluation had ended; " + REMEDY + System.lineSeparator()
                    + "  "
                    + found);
        }
    }

    private boolean isSpent() {
        return seconds.isPresent() && System.nanoTime() - start > seconds.getAsDouble() * TimeUnit.SECONDS.toNanos(1);
    }

    static String text(OptionalDouble seconds) {
        return seconds.isPresent() ? seconds.getAsDouble() + " s" : "unlimited";
    }

    /** Says why a search was ended, as the end of a sentence. */
    private static final class EndException extends RuntimeException {

        private final String reason;

        EndException(String reason) {
            super(reason);
            this.reason = reason;
        }

        @Override
        public String toString() {
            return reason;
        }
    }
}
