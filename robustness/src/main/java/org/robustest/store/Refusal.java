package org.robustest.store;

import java.nio.file.Path;

/**
 * A file that was not taken for a counterexample. It is left as it is.
 *
 * @param file the file
 * @param reason what is wrong with it, and what to do
 */
public record Refusal(Path file, String reason) {

    /** Returns the file and the reason. */
    @Override
    public String toString() {
        return file + ": " + reason;
    }
}
