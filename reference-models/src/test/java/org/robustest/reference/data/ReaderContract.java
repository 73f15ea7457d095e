package org.robustest.reference.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What holds of every reader and any bytes: the file is read, or refused by the documented exception, and neither takes more
 * memory than the file has bytes, times a constant.
 */
public final class ReaderContract {

    private static final long ALWAYS_ALLOWED = 16 << 20;

    private ReaderContract() {}

    /** Returns a folder of the build for files that are written over and over. */
    public static Path folder(String name) {
        try {
            return Files.createDirectories(Path.of("target", "fuzz", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds a reader of one file to the contract; tells whether the file was read. */
    public static boolean holds(Path file, byte[] bytes, long bytesPerByte, Consumer<Path> reader) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean[] read = new boolean[1];
        long allocated = Allocations.during(() -> {
            try {
                reader.accept(file);
                read[0] = true;
            } catch (DamagedFileException e) {
                assertThat(e).hasMessageContaining("expected").hasMessageContaining("found");
            }
        });
        assertThat(allocated).isLessThan(ALWAYS_ALLOWED + bytesPerByte * bytes.length);
        return read[0];
    }
}
