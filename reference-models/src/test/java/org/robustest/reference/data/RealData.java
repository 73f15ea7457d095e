package org.robustest.reference.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** Gives tests the real data, or skips them with the reason. */
public final class RealData {

    private RealData() {}

    public static Path mitdb() {
        Optional<Path> folder = DataFolder.find("mitdb");
        assumeTrue(folder.isPresent(), () -> DataFolder.howToProvide("mitdb"));
        return folder.orElseThrow();
    }
}
