package org.robustest.reference.cpsc2018;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.robustest.reference.data.CsvTable;
import org.robustest.reference.data.DamagedFileException;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.data.MissingDataException;
import org.robustest.reference.download.Downloader;
import org.robustest.reference.twelvelead.Diagnosis;
import org.robustest.reference.twelvelead.RecordFolders;
import org.robustest.reference.twelvelead.RecordingFile;
import org.robustest.reference.twelvelead.RecordingSplit;
import org.robustest.reference.twelvelead.Recordings;

/**
 * The training set of the China Physiological Signal Challenge 2018 (Liu et al., J. Med. Imaging Health Inform. 8(7),
 * 2018), or some of its records: twelve leads at 500 Hz, 6 to 144 s, each with one to three of nine diagnoses.
 *
 * <p>Both of its forms are read: the first one, {@code A0001.mat} with a structure {@code ECG}, and the one of the
 * PhysioNet/CinC Challenges 2020 and 2021, {@code A0001.mat} with {@code A0001.hea}. The files may stand in folders within
 * the folder. Labels are those of {@code REFERENCE.csv}, if it is there, else those of the headers.
 */
public final class Cpsc2018 {

    /** The name of the data set's folder. */
    public static final String FOLDER = "cpsc2018";

    private static final String TABLE = "REFERENCE.csv";
    private static final Pattern RECORD_FILE = Pattern.compile("A[0-9]{4}\\.mat");
    private static final String DATABASE = "challenge-2021/1.0.3";
    private static final Pattern PUBLISHED_FILE =
            Pattern.compile("training/cpsc_2018/(?:[A-Za-z0-9_-]+/)?(A[0-9]{4}\\.(?:mat|hea))");
    private static final int TEST_PER_CLASS = 50;
    private static final int VALIDATION_PER_CLASS = 5;

    private final Recordings recordings;

    private Cpsc2018(Recordings recordings) {
        this.recordings = recordings;
    }

    /**
     * Opens the records in the folder that {@link DataFolder} finds.
     *
     * @return the records
     * @throws MissingDataException if the folder is missing, or has no record
     * @throws DamagedFileException if a table or header of labels is damaged
     */
    public static Cpsc2018 open() {
        return open(DataFolder.require(FOLDER));
    }

    /**
     * Finds the records of a folder and their labels. Samples are read when they are asked for.
     *
     * @param folder the folder with the records, or the folder in which that folder stands under the name
     *     {@value #FOLDER}
     * @return the records
     * @throws MissingDataException if there is no record
     * @throws DamagedFileException if a table or header of labels is damaged, or a record has no label
     */
    public static Cpsc2018 open(Path folder) {
        Path inside = folder.resolve(FOLDER);
        RecordFolders files = RecordFolders.in(Files.isDirectory(inside) ? inside : folder);
        Map<String, Path> records = files.records(RECORD_FILE);
        if (records.isEmpty()) {
            throw new MissingDataException("no record of CPSC2018, such as A0001.mat, was found in "
                    + folder.toAbsolutePath() + " or in folders within it; give the folder that holds \"" + FOLDER
                    + "\" with -D" + DataFolder.PROPERTY + "=DIR");
        }
        Map<String, List<Diagnosis>> table =
                files.find(TABLE).map(Cpsc2018::labels).orElse(Map.of());
        List<RecordingFile> found = new ArrayList<>();
        records.forEach((name, parent) -> {
            List<Diagnosis> labels = Optional.ofNullable(table.get(name)).orElseGet(() -> stated(parent, name));
            found.add(new RecordingFile(FOLDER + '/' + name, parent, name, labels, Map.of()));
        });
        return new Cpsc2018(Recordings.of(found));
    }

    /**
     * Downloads all 6,877 records from PhysioNet, where they are part of the PhysioNet/CinC Challenge 2021 (version 1.0.3), and
     * checks them. What is there already is not downloaded again.
     *
     * <p>That form has no {@code REFERENCE.csv}, so the first label is the one that the header states first; three records of
     * the first 150 are known to state theirs in another order than the table.
     *
     * @param folder where the files go; made if it is not there
     * @return the folder, for {@link #open(Path)}
     * @throws org.robustest.reference.download.DownloadException if a file could not be downloaded, does not agree with its
     *     checksum, or cannot be written; every file under its own name is complete then
     */
    public static Path download(Path folder) {
        return download(folder, Downloader.physioNet());
    }

    /**
     * Downloads all records, and checks them. What is there already is not downloaded again.
     *
     * @param folder where the files go; made if it is not there
     * @param downloader how, and from where
     * @return the folder, for {@link #open(Path)}
     * @throws org.robustest.reference.download.DownloadException if a file could not be downloaded, does not agree with its
     *     checksum, or cannot be written; every file under its own name is complete then
     */
    public static Path download(Path folder, Downloader downloader) {
        downloader.download(
                DATABASE,
                path -> Optional.of(PUBLISHED_FILE.matcher(path))
                        .filter(Matcher::matches)
                        .map(match -> match.group(1)),
                folder);
        return folder;
    }

    private static Map<String, List<Diagnosis>> labels(Path file) {
        Map<String, List<Diagnosis>> labels = new TreeMap<>();
        for (CsvTable.Row row : CsvTable.read(file).rows()) {
            Set<Diagnosis> diagnoses = new LinkedHashSet<>();
            for (String column : List.of("First_label", "Second_label", "Third_label")) {
                String number = row.get(column);
                if (!number.isEmpty()) {
                    diagnoses.add(diagnosis(row, number));
                }
            }
            if (diagnoses.isEmpty()) {
                throw row.wrong("a label", "none");
            }
            String recording = row.get("Recording");
            if (labels.put(recording, List.copyOf(diagnoses)) != null) {
                throw row.wrong("each recording once", "another row of " + recording);
            }
        }
        return labels;
    }

    private static Diagnosis diagnosis(CsvTable.Row row, String number) {
        return Optional.of(number)
                .filter(digits -> digits.matches("[1-9]"))
                .flatMap(digits -> Diagnosis.ofNumber(digits.charAt(0) - '0'))
                .orElseThrow(() -> row.wrong("a label from 1 to 9", '"' + number + '"'));
    }

    private static List<Diagnosis> stated(Path folder, String name) {
        Path header = folder.resolve(name + ".hea");
        if (!Files.exists(header)) {
            throw DamagedFileException.in(
                    folder.resolve(name + ".mat"), "its label in " + TABLE + " or in a header beside it", "neither");
        }
        List<String> statements = RecordingFile.statements(folder, name);
        List<Diagnosis> diagnoses = statements.stream()
                .flatMap(statement -> Diagnosis.ofStatement(statement).stream())
                .distinct()
                .toList();
        if (diagnoses.isEmpty()) {
            throw DamagedFileException.in(header, "one of the diagnoses " + Diagnosis.names(), statements.toString());
        }
        return diagnoses;
    }

    /**
     * Returns all records.
     *
     * @return the records, by name
     */
    public Recordings recordings() {
        return recordings;
    }

    /**
     * Returns the split of the paper's protocol (arXiv:2110.09759): records with several labels left out, 50 of each class
     * for test, 5 for validation, the others for training. Which ones the authors took was not published; here they go by
     * the seed.
     *
     * @param seed the seed of the choice
     * @return the split
     * @throws IllegalArgumentException if a class has no more than 55 records, as in a part of the data set; use
     *     {@link Recordings#stratifiedSplit} or {@link Recordings#folds} there
     */
    public RecordingSplit paperSplit(long seed) {
        return recordings.singleLabel().balancedSplit(TEST_PER_CLASS, VALIDATION_PER_CLASS, seed);
    }
}
