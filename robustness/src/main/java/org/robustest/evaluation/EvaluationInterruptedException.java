package org.robustest.evaluation;

/** An evaluation was ended by an interrupt of the thread that asked for it. That thread remains interrupted. */
public final class EvaluationInterruptedException extends RuntimeException {

    EvaluationInterruptedException(String message, InterruptedException cause) {
        super(message, cause);
    }
}
