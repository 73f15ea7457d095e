package org.robustest.store;

/** Says what is wrong with a file, and what to do. */
final class RefusedException extends Exception {

    RefusedException(String reason) {
        super(reason);
    }
}
