package org.robustest.reference.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives tests the real data, or skips them with the reason. */
public final class RealData {

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private RealData() {}

    public static Path mitdb() {
        return dataSet("mitdb");
    }

    public static Path cpsc2018() {
        return dataSet("cpsc2018");
    }

    public static Path ptbxl() {
        return dataSet("ptbxl");
    }

    private static Path dataSet(String name) {
        Optional<Path> folder = DataFolder.find(name);
        if (folder.isEmpty() && SAID.add(name)) {
            // Surefire counts what was skipped, but does not print why.
            System.out.println("Tests on real data are skipped: " + DataFolder.howToProvide(name));
        }
        assumeTrue(folder.isPresent(), () -> DataFolder.howToProvide(name));
        return folder.orElseThrow();
    }
}
