package org.robustest.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps others from writing a report at the same time: other threads, and other processes. The system gives up what a process
 * held that was killed.
 */
final class FolderLock implements AutoCloseable {

    /** A process that locks a file twice is refused the second time, instead of waiting. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Returns the lock of a file, which stands beside it as a hidden one. */
    static FolderLock of(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("a file has a folder, but " + file + " has none");
        }
        Files.createDirectories(folder);
        THREADS.lock();
        try {
            return new FolderLock(FileChannel.open(
                    folder.resolve("." + absolute.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE));
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    /** Waits until no other process holds it. */
    void hold() throws IOException {
        if (!channel.lock().isValid()) {
            throw new IOException("the report could not be locked against other processes");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
