package org.robustest.benchmarks.commandline;

/** Says why a measurement came to nothing. */
public final class BenchmarkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what was measured, what happened, and what to do
     */
    public BenchmarkException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message what was measured, what happened, and what to do
     * @param cause what went wrong
     */
    public BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
