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

    /**
     * Tells whether the model only lacks a counterpart among our layers, so that DL4J itself may still run it.
     *
     * @return whether {@link ModelDerivatives} may be able to differentiate it
     */
    public boolean isForLackOfCounterpart() {
        return getCause() instanceof NoCounterpartException;
    }
}
