package org.robustest.dl4j;

/** Says why a DL4J model cannot be made a classifier, and which layer is in the way. */
public final class ModelImportException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelImportException(String message) {
        super(message);
    }

    ModelImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
