package org.robustest.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds the counterexamples to one test, named after its class and method:
 * {@code org/example/BeatTest/staysCorrect}. Nothing in it is ever deleted.
 */
public final class CounterexampleFolder {

    private static final int MOST_FILES = 20_000;

    private final Path folder;
    private final FileOperations operations;

    private CounterexampleFolder(Path folder, FileOperations operations) {
        this.folder = folder;
        this.operations = operations;
    }

    /**
     * Returns the folder of a test.
     *
     * @param root the folder of all tests, such as {@code src/test/resources}
     * @param className the binary name of the class of the test
     * @param method the name of its method
     * @return the folder, which need not exist
     */
    public static CounterexampleFolder of(Path root, String className, String method) {
        return of(root, className, method, Disk.AWAITED);
    }

    static CounterexampleFolder of(Path root, String className, String method, FileOperations operations) {
        Path folder = root;
        for (String part : className.split("\\.")) {
            folder = folder.resolve(FileName.ofIdentifier(part));
        }
        return new CounterexampleFolder(folder.resolve(FileName.ofIdentifier(method)), operations);
    }

    /**
     * Returns this folder, written without waiting for the disk. What is written is whole after the death of the process, but
     * perhaps not after that of the machine: for counterexamples that the next run finds again.
     *
     * @return the same folder
     */
    public CounterexampleFolder withoutWaiting() {
        return new CounterexampleFolder(folder, Disk.NOT_AWAITED);
    }

    /**
     * Returns where the counterexamples are.
     *
     * @return the path of the folder
     */
    public Path path() {
        return folder;
    }

    /**
     * Reads all counterexamples.
     *
     * @return those that could be read, in the order of the names of their files, and what was refused; empty if there is no
     *     folder
     */
    public Contents read() {
        List<Contents.Entry> entries = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Path file : files(refused)) {
            String name = file.getFileName().toString();
            if (name.endsWith(CounterexampleFile.ENDING)) {
                try {
                    entries.add(new Contents.Entry(file, new CounterexampleFile(file).read()));
                } catch (RefusedException e) {
                    refused.add(new Refusal(file, String.valueOf(e.getMessage())));
                }
            } else if (!name.endsWith(CounterexampleFile.FLOATS)) {
                refused.add(new Refusal(file, "it is no counterexample; keep it somewhere else"));
            }
        }
        return new Contents(entries, refused);
    }

    /**
     * Returns all files of one counterexample, such as those to copy to somewhere else.
     *
     * @param file its JSON file
     * @return that file, and beside it those of the floats that it speaks of
     * @throws IOException if it cannot be read, or is no counterexample
     */
    public static List<Path> filesOf(Path file) throws IOException {
        try {
            return new CounterexampleFile(file).all();
        } catch (RefusedException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Lists the files of the folder, but those that are hidden, as the temporary ones are. */
    private List<Path> files(List<Refusal> refused) {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, 1)) {
            List<Path> files = walk.filter(path -> !path.equals(folder))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() > MOST_FILES) {
                refused.add(new Refusal(
                        folder, "it has more than " + MOST_FILES + " files; keep the counterexamples that tell most"));
                return List.of();
            }
            return files;
        } catch (IOException e) {
            refused.add(new Refusal(folder, "it cannot be listed (" + e + "); see that this user may read it"));
            return List.of();
        }
    }

    /**
     * Adds a counterexample beside those that are there already.
     *
     * @param counterexample the counterexample
     * @return the new file
     * @throws IOException if it cannot be written; the folder is then as it was
     */
    public Path add(StoredCounterexample counterexample) throws IOException {
        String base = FileName.of(counterexample.finding().sampleId());
        Path file = folder.resolve(base + CounterexampleFile.ENDING);
        for (int number = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); number++) {
            file = folder.resolve(base + "-" + number + CounterexampleFile.ENDING);
        }
        new CounterexampleFile(file).write(counterexample, operations);
        return file;
    }

    /**
     * Writes a counterexample, in place of an earlier one to the same sample.
     *
     * @param counterexample the counterexample
     * @return its file
     * @throws IOException if it cannot be written; an earlier one is then as it was
     */
    public Path put(StoredCounterexample counterexample) throws IOException {
        Path file = folder.resolve(FileName.of(counterexample.finding().sampleId()) + CounterexampleFile.ENDING);
        new CounterexampleFile(file).write(counterexample, operations);
        return file;
    }

    /** Returns the path of the folder. */
    @Override
    public String toString() {
        return folder.toString();
    }

    /**
     * What a folder holds.
     *
     * @param entries the counterexamples that could be read
     * @param refused the files that could not
     */
    public record Contents(List<Entry> entries, List<Refusal> refused) {

        /** Nothing at all. */
        public static final Contents NONE = new Contents(List.of(), List.of());

        private static final int MOST_REFUSALS_TOLD = 20;

        /**
         * Creates contents.
         *
         * @param entries the counterexamples that could be read; copied
         * @param refused the files that could not; copied
         */
        public Contents {
            entries = List.copyOf(entries);
            refused = List.copyOf(refused);
        }

        /**
         * Returns why it is not known what all of the files say.
         *
         * @param owner what the counterexamples were stored of, such as {@code the test}
         * @return how many files were refused, and a line for each of the first with the reason; nothing if none was refused
         */
        public Optional<String> unreadable(String owner) {
            if (refused.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(refused.size() + (refused.size() == 1 ? " file was" : " files were")
                    + " refused beside the stored counterexamples of " + owner
                    + ", so that not all is known of what breaks the model:"
                    + refused.stream()
                            .limit(MOST_REFUSALS_TOLD)
                            .map(refusal -> System.lineSeparator() + "  " + refusal)
                            .collect(Collectors.joining()));
        }

        /**
         * A counterexample and its file.
         *
         * @param file the JSON file
         * @param counterexample the counterexample
         */
        public record Entry(Path file, StoredCounterexample counterexample) {}
    }
}
