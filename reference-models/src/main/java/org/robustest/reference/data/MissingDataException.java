package org.robustest.reference.data;

/** Says that a data set, or a file of it, is not where it was looked for, and how to provide it. */
public final class MissingDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what was looked for and where, and what to do
     */
    public MissingDataException(String message) {
        super(message);
    }
}
