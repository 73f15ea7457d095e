package org.robustest.reference.twelvelead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.robustest.reference.data.DamagedFileException;

/** The files of a folder and of folders within it, as data sets are unpacked. */
public final class RecordFolders {

    private static final int DEEPEST = 4;

    private final List<Path> files;

    private RecordFolders(List<Path> files) {
        this.files = files;
    }

    /**
     * Lists the files.
     *
     * @param folder the folder; without files if it does not exist
     * @return its files, and those of folders up to three levels below it
     * @throws DamagedFileException if it cannot be listed
     */
    public static RecordFolders in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new RecordFolders(List.of());
        }
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            return new RecordFolders(walk.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException | UncheckedIOException e) {
            throw DamagedFileException.unreadable(folder, e);
        }
    }

    /**
     * Finds a file by its name.
     *
     * @param fileName the name
     * @return the first one, if there is any
     */
    public Optional<Path> find(String fileName) {
        return files.stream().filter(file -> name(file).equals(fileName)).findFirst();
    }

    /**
     * Finds records.
     *
     * @param fileName what the names of the files look like, with an end of four characters, such as {@code .mat}
     * @return for each name without its end, in their order, the folder that holds the record
     * @throws DamagedFileException if a name is there twice
     */
    public Map<String, Path> records(Pattern fileName) {
        Map<String, Path> records = new TreeMap<>();
        for (Path file : files) {
            String name = name(file);
            if (fileName.matcher(name).matches()) {
                Path parent = file.toAbsolutePath().getParent();
                Path before = records.put(name.substring(0, name.length() - 4), parent == null ? file : parent);
                if (before != null) {
                    throw DamagedFileException.in(file, "each record once", "another one in " + before);
                }
            }
        }
        return records;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
