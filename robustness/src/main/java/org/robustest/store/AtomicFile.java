package org.robustest.store;

import java.io.IOException;
import java.nio.file.Path;

/** Writes files so that a name never stands for a part of one, also when the process is killed. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a file in place of what is there. It is written beside its name, and then moved over it.
     *
     * @param file the file; its folder is made if it is not there
     * @param bytes what it is to hold
     * @throws IOException if it cannot be written; what was there is then there still
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Disk.AWAITED.replace(file, bytes);
    }
}
