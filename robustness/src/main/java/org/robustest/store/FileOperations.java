package org.robustest.store;

import java.io.IOException;
import java.nio.file.Path;

/** What is done to the disk: each of these happens or does not, and a process may be killed between any two. */
interface FileOperations {

    void createFolder(Path folder) throws IOException;

    void write(Path file, byte[] bytes) throws IOException;

    void move(Path from, Path to) throws IOException;

    /** Removes a file, if it is there. */
    void remove(Path file) throws IOException;

    /** Writes a file so that its name never stands for a part of it. */
    default void replace(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new IOException("a file has a folder, but " + file + " has none");
        }
        createFolder(folder);
        Path temporary = folder.resolve("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".tmp");
        try {
            write(temporary, bytes);
            move(temporary, file);
        } catch (IOException e) {
            removeAfter(e, temporary);
            throw e;
        }
    }

    private void removeAfter(IOException failure, Path temporary) {
        try {
            remove(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
