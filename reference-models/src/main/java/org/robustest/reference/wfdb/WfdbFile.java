package org.robustest.reference.wfdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** One file of a record: found by a name that cannot leave the record's folder, and read whole up to a limit. */
record WfdbFile(Path path) {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}");

    /** Tells whether a name names a file in the folder itself: no separators, no leading dot, no device names. */
    static boolean isPlainName(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }

    byte[] readAtMost(long limit) {
        requireRegular();
        try {
            long size = Files.size(path);
            if (size > limit) {
                throw WfdbException.inFile(path, "at most " + limit + " bytes", size + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw WfdbException.unreadable(path, e);
        }
    }

    byte[] readExactly(long size, String meaning) {
        requireRegular();
        try {
            requireSize(size, Files.size(path), meaning);
            byte[] bytes = Files.readAllBytes(path);
            requireSize(size, bytes.length, meaning);
            return bytes;
        } catch (IOException e) {
            throw WfdbException.unreadable(path, e);
        }
    }

    long size() {
        requireRegular();
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw WfdbException.unreadable(path, e);
        }
    }

    private void requireSize(long expected, long found, String meaning) {
        if (expected != found) {
            throw WfdbException.atByte(
                    path, Math.min(expected, found), expected + " bytes (" + meaning + ")", found + " bytes");
        }
    }

    /** A named pipe would block for ever, so only regular files are opened. */
    private void requireRegular() {
        if (!Files.isRegularFile(path)) {
            throw WfdbException.inFile(path, "a file", Files.exists(path) ? "something else" : "nothing of that name");
        }
    }
}
