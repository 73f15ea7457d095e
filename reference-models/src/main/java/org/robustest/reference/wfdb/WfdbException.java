package org.robustest.reference.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import org.robustest.reference.data.DamagedFileException;

/**
 * Says that a file of a WFDB record cannot be read, is damaged, or uses a part of the format that is not read here.
 *
 * <p>It is the only exception that the readers of this package throw for the content of a file. The message names the
 * file, the line or byte offset, what was expected there and what was found.
 */
public final class WfdbException extends DamagedFileException {

    private static final long serialVersionUID = 1L;

    private WfdbException(String message) {
        super(message);
    }

    private WfdbException(String message, Exception cause) {
        super(message, cause);
    }

    static WfdbException atLine(Path file, int line, String expected, String found) {
        return new WfdbException(file + ", line " + line + ": expected " + expected + ", but found " + found);
    }

    static WfdbException atLine(Path file, int line, String expected, String found, NumberFormatException cause) {
        return new WfdbException(file + ", line " + line + ": expected " + expected + ", but found " + found, cause);
    }

    static WfdbException atByte(Path file, long offset, String expected, String found) {
        return new WfdbException(file + ", byte " + offset + ": expected " + expected + ", but found " + found);
    }

    static WfdbException inFile(Path file, String expected, String found) {
        return new WfdbException(file + ": expected " + expected + ", but found " + found);
    }

    static WfdbException unreadable(Path file, IOException cause) {
        return new WfdbException(file + ": expected a readable file, but reading it failed: " + cause, cause);
    }

    static String quoted(String text) {
        int most = 60;
        return text.length() <= most ? '"' + text + '"' : '"' + text.substring(0, most) + "...\"";
    }
}
