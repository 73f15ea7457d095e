package org.robustest.reference.ptbxl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.robustest.reference.data.CsvTable;
import org.robustest.reference.data.DamagedFileException;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.data.MissingDataException;
import org.robustest.reference.twelvelead.Diagnosis;
import org.robustest.reference.twelvelead.RecordFolders;
import org.robustest.reference.twelvelead.RecordingFile;
import org.robustest.reference.twelvelead.Recordings;

/**
 * Recordings of PTB-XL (Wagner et al., Scientific Data 7:154, 2020): twelve leads at 500 Hz, 10 s, as more to train on
 * beside CPSC2018. Its labels come from other physicians by other rules, so no figure should be measured on it.
 *
 * <p>Read in the form of the PhysioNet/CinC Challenges, {@code HR00001.mat} with {@code HR00001.hea}, or as the database
 * itself has them, {@code 00001_hr.dat} with {@code 00001_hr.hea} and {@code ptbxl_database.csv}. A label that is none of
 * the nine of {@link Diagnosis} is passed over; records that have no other are named by {@link #withoutLabel()}.
 */
public final class PtbXl {

    /** The name of the data set's folder. */
    public static final String FOLDER = "ptbxl";

    /** The tag that names the patient, where a table does. */
    public static final String PATIENT = "patient";

    private static final Pattern HEADER = Pattern.compile("(?:HR[0-9]{5}|[0-9]{5}_hr)\\.hea");
    private static final List<String> TABLES = List.of("ptbxl_database.csv", "labels.csv");

    private final Recordings recordings;
    private final List<String> withoutLabel;

    private PtbXl(Recordings recordings, List<String> withoutLabel) {
        this.recordings = recordings;
        this.withoutLabel = List.copyOf(withoutLabel);
    }

    /**
     * Opens the records in the folder that {@link DataFolder} finds.
     *
     * @return the records
     * @throws MissingDataException if the folder is missing, or has no record
     * @throws DamagedFileException if a table or header of labels is damaged
     */
    public static PtbXl open() {
        return open(DataFolder.require(FOLDER));
    }

    /**
     * Finds the records of a folder and their labels. Samples are read when they are asked for.
     *
     * @param folder the folder with the records, or the folder in which that folder stands under the name
     *     {@value #FOLDER}
     * @return the records
     * @throws MissingDataException if there is no record
     * @throws DamagedFileException if a table or header of labels is damaged
     */
    public static PtbXl open(Path folder) {
        Path inside = folder.resolve(FOLDER);
        RecordFolders files = RecordFolders.in(Files.isDirectory(inside) ? inside : folder);
        Map<String, Path> records = files.records(HEADER);
        if (records.isEmpty()) {
            throw new MissingDataException("no record of PTB-XL at 500 Hz, such as HR00001.hea, was found in "
                    + folder.toAbsolutePath() + " or in folders within it; give the folder that holds \"" + FOLDER
                    + "\" with -D" + DataFolder.PROPERTY + "=DIR");
        }
        Map<String, CsvTable.Row> rows = TABLES.stream()
                .flatMap(table -> files.find(table).stream())
                .findFirst()
                .map(PtbXl::rows)
                .orElse(Map.of());
        List<RecordingFile> labelled = new ArrayList<>();
        List<String> withoutLabel = new ArrayList<>();
        records.forEach((name, parent) -> {
            String id = "HR" + name.replaceAll("[^0-9]", "");
            Optional<CsvTable.Row> row = Optional.ofNullable(rows.get(id));
            List<Diagnosis> diagnoses = diagnoses(parent, name, row);
            if (diagnoses.isEmpty()) {
                withoutLabel.add(name);
            } else {
                labelled.add(new RecordingFile(FOLDER + '/' + id, parent, name, diagnoses, tags(row)));
            }
        });
        return new PtbXl(Recordings.of(labelled), withoutLabel);
    }

    private static Map<String, CsvTable.Row> rows(Path table) {
        Map<String, CsvTable.Row> rows = new TreeMap<>();
        for (CsvTable.Row row : CsvTable.read(table).rows()) {
            String number = row.get("ecg_id");
            if (!number.matches("[0-9]{1,5}")) {
                throw row.wrong("a number of up to five digits as ecg_id", '"' + number + '"');
            }
            if (rows.put("HR" + "0".repeat(5 - number.length()) + number, row) != null) {
                throw row.wrong("each ecg_id once", "another row of " + number);
            }
        }
        return rows;
    }

    private static List<Diagnosis> diagnoses(Path folder, String name, Optional<CsvTable.Row> row) {
        List<String> statements = RecordingFile.statements(folder, name);
        if (statements.isEmpty() && row.isPresent()) {
            return ScpStatements.of(row.get().get("scp_codes")).diagnoses();
        }
        return statements.stream()
                .flatMap(statement -> Diagnosis.ofStatement(statement).stream())
                .distinct()
                .toList();
    }

    private static Map<String, String> tags(Optional<CsvTable.Row> row) {
        return row.map(known -> known.get("patient_id"))
                .filter(patient -> !patient.isEmpty())
                .map(patient -> Map.of(PATIENT, "ptbxl/" + patient.replaceAll("\\.0$", "")))
                .orElse(Map.of());
    }

    /**
     * Returns the records that have one of the nine diagnoses.
     *
     * @return the records, by name
     */
    public Recordings recordings() {
        return recordings;
    }

    /**
     * Returns the records that have none of the nine diagnoses, and are not among the {@linkplain #recordings() others}.
     *
     * @return their names, in order; unmodifiable
     */
    public List<String> withoutLabel() {
        return withoutLabel;
    }
}
