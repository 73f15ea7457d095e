package org.robustest.engine.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.robustest.store.CounterexampleKeys;

/** The configuration parameters, each of which may be a system property or stand in {@code junit-platform.properties}. */
enum Setting {
    BASELINE("robustest.baseline"),
    BASELINE_FOLDER("robustest.baseline.folder"),
    BUDGET("robustest.budget"),
    COUNTEREXAMPLES(CounterexampleKeys.KEEPING),
    COUNTEREXAMPLES_FOLDER(CounterexampleKeys.STORED),
    COUNTEREXAMPLES_FOUND(CounterexampleKeys.FOUND),
    COUNTEREXAMPLES_LIMIT("robustest.counterexamples.limit"),
    INCONCLUSIVE("robustest.inconclusive"),
    MODE("robustest.mode"),
    PARALLEL("robustest.parallel.enabled"),
    REPORT("robustest.report"),
    REPORT_FOLDER("robustest.report.folder"),
    SEED("robustest.seed"),
    THREADS("robustest.threads"),
    VERBOSITY("robustest.verbosity");

    static final String PREFIX = "robustest.";

    /** Read elsewhere: by the platform's executor, by other modules, and by the tests of reference models. */
    private static final List<String> OF_OTHERS = List.of(
            "robustest.parallel.config.",
            "robustest.data",
            "robustest.kernel",
            "robustest.progress",
            "robustest.screenshots");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static boolean isKnown(String key) {
        return keys().anyMatch(key::equals) || OF_OTHERS.stream().anyMatch(key::startsWith);
    }

    /** Returns the known key that is most like another one, if one is at all. */
    static Optional<String> nearest(String key) {
        return keys().filter(known -> distance(known, key) <= 1 + key.length() / 6)
                .min((one, other) -> Integer.compare(distance(one, key), distance(other, key)));
    }

    private static Stream<String> keys() {
        return Arrays.stream(values()).map(Setting::key);
    }

    /** The edit distance of Levenshtein. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
