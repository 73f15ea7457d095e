package org.robustest.engine.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A value that is computed when it is first asked for. If that fails, it fails in the same way for everyone who asks.
 *
 * @param <T> the value
 */
final class Once<T> {

    private final Supplier<T> computation;
    private Optional<T> value = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    Once(Supplier<T> computation) {
        this.computation = computation;
    }

    synchronized T get() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (value.isEmpty()) {
            value = Optional.of(compute());
        }
        return value.get();
    }

    /** Does something with the value if it has been asked for before. */
    synchronized void ifPresent(Consumer<T> action) {
        value.ifPresent(action);
    }

    private T compute() {
        try {
            return computation.get();
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            throw e;
        }
    }
}
