package org.robustest.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accuracies below which the tests of a class may not fall, as a text file: one line a test and ε, in order, so that a
 * change is a line in a diff.
 *
 * <p>Immutable.
 */
public final class Baseline {

    private static final String TITLE = "# Robustest baseline, version 1. Raised by -Drobustest.baseline=update alone.";
    private static final String COLUMNS = String.join(
            "\t",
            "# test",
            "epsilon",
            "robust",
            "certified",
            "samples",
            "seed",
            "budget",
            "version",
            "model",
            "samplesHash",
            "attack");
    private static final int FIELDS = 11;
    private static final long MOST_BYTES = 16 << 20;

    private final SortedMap<Key, BaselineEntry> entries;

    private Baseline(SortedMap<Key, BaselineEntry> entries) {
        this.entries = entries;
    }

    /**
     * Returns the baseline of a class that has none.
     *
     * @return a baseline without entries
     */
    public static Baseline empty() {
        return new Baseline(Collections.emptySortedMap());
    }

    /**
     * Returns where the baseline of a class is kept.
     *
     * @param root the folder of all tests, such as {@code src/test/resources}
     * @param className the binary name of the class
     * @param variant what tells this baseline from others of the class, such as the mode of the run; empty if there is one
     * @return the path of the file
     */
    public static Path file(Path root, String className, String variant) {
        Path folder = root;
        for (String part : className.split("\\.")) {
            folder = folder.resolve(FileName.ofIdentifier(part));
        }
        return folder.resolve(variant.isEmpty() ? "baseline.txt" : "baseline-" + variant + ".txt");
    }

    /**
     * Reads a baseline.
     *
     * @param file the file
     * @return the baseline, without entries if there is no such file
     * @throws IllegalArgumentException if it is no baseline, with the number of the line
     * @throws IOException if it cannot be read
     */
    public static Baseline read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return empty();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("the baseline " + file + " has " + Files.size(file)
                    + " bytes, more than any baseline; restore it from version control");
        }
        SortedMap<Key, BaselineEntry> entries = new TreeMap<>();
        int number = 0;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R")) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                BaselineEntry entry = parse(line, number, file);
                if (entries.put(new Key(entry), entry) != null) {
                    throw unreadable(number, file, "is the second for its test and epsilon");
                }
            }
        }
        return new Baseline(entries);
    }

    private static BaselineEntry parse(String line, int number, Path file) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw unreadable(number, file, "has " + fields.length + " fields, separated by tabs, instead of " + FIELDS);
        }
        try {
            return new BaselineEntry(
                    fields[0],
                    Double.parseDouble(fields[1]),
                    share(fields[2]),
                    share(fields[3]),
                    Integer.parseInt(fields[4]),
                    new Circumstances(
                            fields[10], fields[7], fields[6], Long.parseLong(fields[5]), fields[9], fields[8]));
        } catch (NumberFormatException e) {
            throw unreadable(number, file, "has a field that is not the number it should be (" + e.getMessage() + ")");
        }
    }

    private static double share(String text) {
        double share = Double.parseDouble(text);
        if (!(share >= 0 && share <= 1)) {
            throw new NumberFormatException(text + " is not from 0 to 1");
        }
        return share;
    }

    private static IllegalArgumentException unreadable(int number, Path file, String reason) {
        return new IllegalArgumentException("line " + number + " of the baseline " + file + " " + reason
                + "; restore it from version control, or delete the line and run with -Drobustest.baseline=update");
    }

    /**
     * Returns the entry of a test.
     *
     * @param test the name of the test
     * @param epsilon the noise level
     * @return the entry, if there is one
     */
    public Optional<BaselineEntry> entry(String test, double epsilon) {
        return Optional.ofNullable(entries.get(new Key(test, epsilon)));
    }

    /**
     * Returns this baseline with an entry, in place of the one for the same test and noise level.
     *
     * @param entry the entry
     * @return the changed baseline
     */
    public Baseline with(BaselineEntry entry) {
        SortedMap<Key, BaselineEntry> changed = new TreeMap<>(entries);
        changed.put(new Key(entry), entry);
        return new Baseline(Collections.unmodifiableSortedMap(changed));
    }

    /**
     * Writes this baseline, so that the file is never a part of it.
     *
     * @param file the file
     * @throws IOException if it cannot be written; it is then as it was
     */
    public void write(Path file) throws IOException {
        write(file, Disk.AWAITED);
    }

    void write(Path file, FileOperations operations) throws IOException {
        operations.replace(file, toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Baseline baseline && entries.equals(baseline.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** Returns the text of the file. */
    @Override
    public String toString() {
        return entries.values().stream()
                .map(Baseline::line)
                .collect(Collectors.joining("\n", TITLE + "\n" + COLUMNS + "\n", "\n"));
    }

    private static String line(BaselineEntry entry) {
        Circumstances how = entry.circumstances();
        return String.join(
                "\t",
                plain(entry.test()),
                Double.toString(entry.epsilon()),
                Double.toString(entry.robustAccuracy()),
                Double.toString(entry.certifiedAccuracy()),
                Integer.toString(entry.samples()),
                Long.toString(how.seed()),
                plain(how.budget()),
                plain(how.version()),
                plain(how.model()),
                plain(how.samples()),
                plain(how.attack()));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    private record Key(String test, double epsilon) implements Comparable<Key> {

        Key(BaselineEntry entry) {
            this(entry.test(), entry.epsilon());
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::test)
                    .thenComparingDouble(Key::epsilon)
                    .compare(this, other);
        }
    }
}
