package org.robustest.reference.download;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Says that one attempt failed, and whether another one may do better. */
final class TransferException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean worthRepeating;
    private final long pauseMillis;

    private TransferException(String message, boolean worthRepeating, long pauseMillis) {
        super(message);
        this.worthRepeating = worthRepeating;
        this.pauseMillis = pauseMillis;
    }

    static TransferException passing(String message) {
        return new TransferException(message, true, -1);
    }

    static TransferException passing(String message, Exception cause) {
        TransferException passing = passing(message);
        passing.initCause(cause);
        return passing;
    }

    static TransferException passing(String message, Optional<Duration> pause) {
        return new TransferException(
                message, true, pause.map(Duration::toMillis).orElse(-1L));
    }

    static TransferException lasting(String message) {
        return new TransferException(message, false, -1);
    }

    boolean isWorthRepeating() {
        return worthRepeating;
    }

    /** The pause that the server asks for, if it does. */
    Optional<Duration> pause() {
        return pauseMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(pauseMillis));
    }
}
