package org.robustest.reference.mat;

import java.nio.file.Path;
import org.robustest.reference.data.DamagedFileException;

/**
 * Says that a MAT file cannot be read, is damaged, or holds what is not read here.
 *
 * <p>It is the only exception that the readers of this package throw for the content of a file.
 */
public final class MatException extends DamagedFileException {

    private static final long serialVersionUID = 1L;

    private MatException(String message) {
        super(message);
    }

    private MatException(String message, Exception cause) {
        super(message, cause);
    }

    static MatException inFile(Path file, String expected, String found) {
        return new MatException(file + ": expected " + expected + ", but found " + found);
    }

    static MatException atByte(Path file, long offset, String expected, String found) {
        return new MatException(file + ", byte " + offset + ": expected " + expected + ", but found " + found);
    }

    static MatException notReadable(Path file, Exception cause) {
        return new MatException(
                file + ": expected a readable MAT file, but found one that is not: " + cause.getMessage(), cause);
    }
}
