package org.robustest.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is deleted with all that is in it. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates an empty folder.
     *
     * @return the folder
     * @throws IOException if there is no place for one
     */
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("bench"));
    }

    /**
     * Returns where it is.
     *
     * @return its path
     */
    public Path path() {
        return path;
    }

    /**
     * Deletes it.
     *
     * @throws IOException if something in it cannot be deleted
     */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
