package org.robustest.reference.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder that holds the data sets, one folder a data set, such as {@code mitdb}. The data is read where it lies.
 *
 * <p>The folder is the value of the system property {@value #PROPERTY}, if that is set. Otherwise it is
 * {@code ../shared/data} or {@code ../../shared/data}, seen from the working directory: the first of them that holds the
 * data set. So both the root of a project and one of its modules find the folder {@code shared} beside the project.
 */
public final class DataFolder {

    /** The system property that gives the folder: {@code -Drobustest.data=DIR}. */
    public static final String PROPERTY = "robustest.data";

    private final List<Path> candidates;

    private DataFolder(List<Path> candidates) {
        this.candidates = candidates;
    }

    /**
     * Finds the folder of a data set.
     *
     * @param dataSet the name of the data set's folder, such as {@code mitdb}
     * @return the folder, if it exists
     */
    public static Optional<Path> find(String dataSet) {
        return current().findDataSet(dataSet);
    }

    /**
     * Finds the folder of a data set that cannot be done without.
     *
     * @param dataSet the name of the data set's folder, such as {@code mitdb}
     * @return the folder
     * @throws MissingDataException if it does not exist; the message says where it was looked for and what to do
     */
    public static Path require(String dataSet) {
        return find(dataSet).orElseThrow(() -> new MissingDataException(howToProvide(dataSet)));
    }

    /**
     * Says where a data set was looked for, and how to provide it.
     *
     * @param dataSet the name of the data set's folder, such as {@code mitdb}
     * @return a sentence for a log, or the reason why a test was skipped
     */
    public static String howToProvide(String dataSet) {
        return current().howToProvideDataSet(dataSet);
    }

    private static DataFolder current() {
        return of(Optional.ofNullable(System.getProperty(PROPERTY)), Path.of("").toAbsolutePath());
    }

    static DataFolder of(Optional<String> property, Path workingDirectory) {
        return new DataFolder(property.map(folder -> List.of(workingDirectory.resolve(folder)))
                .orElseGet(() -> List.of(
                        workingDirectory.resolve("../shared/data").normalize(),
                        workingDirectory.resolve("../../shared/data").normalize())));
    }

    Optional<Path> findDataSet(String dataSet) {
        return candidates.stream()
                .map(candidate -> candidate.resolve(dataSet))
                .filter(Files::isDirectory)
                .findFirst();
    }

    String howToProvideDataSet(String dataSet) {
        String places = String.join(
                " and ",
                candidates.stream()
                        .map(candidate -> candidate.resolve(dataSet).toString())
                        .distinct()
                        .toList());
        return "the data set \"" + dataSet + "\" was not found: looked for the folder " + places
                + "; give the folder that holds \"" + dataSet + "\" with -D" + PROPERTY + "=DIR";
    }
}
