package org.robustest.dl4j;

/** Says which part of a model cannot be imported, and why. */
final class NoCounterpartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoCounterpartException(String message) {
        super(message);
    }

    NoCounterpartException(ModelVertex vertex, IllegalArgumentException reason) {
        super(vertex.title() + ": " + reason.getMessage(), reason);
    }
}
