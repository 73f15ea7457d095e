package org.robustest.engine.internal;

/** Says why nothing can be concluded, although an evaluation may have come to an end. */
final class InconclusiveError extends AssertionError {

    InconclusiveError(String message) {
        super(message);
    }
}
