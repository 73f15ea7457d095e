package org.robustest.engine.internal;

import java.util.function.BooleanSupplier;
import org.junit.platform.engine.ExecutionRequest;

/** Whether a run has been cancelled, where the platform can do that. */
final class Cancellation {

    private Cancellation() {}

    static BooleanSupplier of(ExecutionRequest request) {
        try {
            return request.getCancellationToken()::isCancellationRequested;
        } catch (LinkageError e) {
            // JUnit 5 has no such thing.
            return () -> false;
        }
    }
}
