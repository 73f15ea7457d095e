package org.robustest.engine.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of Robustest, as the build has written it. */
final class Version {

    private static final String FILE = "version.txt";

    private Version() {}

    static String current() {
        try (InputStream stream = Version.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the build of Robustest left out " + FILE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
