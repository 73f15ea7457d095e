package org.robustest.reference.data;

import java.nio.file.Path;

/**
 * Says that a file of a data set cannot be read, is damaged, or uses a part of its format that is not read here.
 *
 * <p>It is the only exception, with those that extend it, that the readers of this library throw for the content of a
 * file. The message names the file, the place in it, what was expected there and what was found.
 */
public class DamagedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the file, the place, what was expected and what was found
     */
    protected DamagedFileException(String message) {
        super(message);
    }

    /**
     * Creates an exception that another one led to.
     *
     * @param message the file, the place, what was expected and what was found
     * @param cause the other exception
     */
    protected DamagedFileException(String message, Exception cause) {
        super(message, cause);
    }

    /**
     * Says what is wrong with a file.
     *
     * @param file the file
     * @param expected what was expected
     * @param found what was found instead
     * @return the exception
     */
    public static DamagedFileException in(Path file, String expected, String found) {
        return new DamagedFileException(file + ": expected " + expected + ", but found " + found);
    }

    /**
     * Says what is wrong with a line of a file.
     *
     * @param file the file
     * @param line the number of the line, from 1
     * @param expected what was expected
     * @param found what was found instead
     * @return the exception
     */
    public static DamagedFileException inLine(Path file, int line, String expected, String found) {
        return new DamagedFileException(file + ", line " + line + ": expected " + expected + ", but found " + found);
    }

    /**
     * Says that a file could not be read.
     *
     * @param file the file
     * @param cause why not
     * @return the exception
     */
    public static DamagedFileException unreadable(Path file, Exception cause) {
        return new DamagedFileException(
                file + ": expected a readable file, but found one that is not: " + cause.getMessage(), cause);
    }
}
