package org.robustest.reference.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives tests the real data, or skips them with the reason. */
public final class RealData {

    private static final AtomicBoolean SAID = new AtomicBoolean();

    private RealData() {}

    public static Path mitdb() {
        Optional<Path> folder = DataFolder.find("mitdb");
        if (folder.isEmpty() && SAID.compareAndSet(false, true)) {
            // Surefire counts what was skipped, but does not print why.
            System.out.println("Tests on real data are skipped: " + DataFolder.howToProvide("mitdb"));
        }
        assumeTrue(folder.isPresent(), () -> DataFolder.howToProvide("mitdb"));
        return folder.orElseThrow();
    }
}
