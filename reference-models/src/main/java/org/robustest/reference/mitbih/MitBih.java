package org.robustest.reference.mitbih;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.robustest.reference.beats.BeatClass;
import org.robustest.reference.beats.BeatCutter;
import org.robustest.reference.data.DataFolder;
import org.robustest.reference.data.MissingDataException;
import org.robustest.reference.download.Downloader;
import org.robustest.samples.Samples;

/**
 * The beats of the MIT-BIH Arrhythmia Database (Moody and Mark, IEEE Engineering in Medicine and Biology 20(3), 2001;
 * PhysioNet, doi:10.13026/C2F305), cut out as Kachuee et al. do (arXiv:1805.00794).
 *
 * <p>From the 48 records, 30 minutes each: lead MLII where a record has it, else its first lead; resampled from 360 to
 * 125 Hz; cut as {@link BeatCutter} says. A sample has the shape {@code [1, 187]}, values from 0 to 1, an id such as
 * {@code mitdb/208@123456} (the record, and the R peak in samples of the 360 Hz signal), and the tags {@value #RECORD},
 * {@value #PATIENT}, {@value #LEAD} and {@value #SYMBOL}.
 *
 * <p>Since the last beat of each record is left out, there are 109,446 beats, as in the set that Kachuee et al.
 * published: N 90,589, S 2,779, V 7,236, F 803, Q 8,039.
 */
public final class MitBih {

    /** The tag that names the record, such as {@code 208}. */
    public static final String RECORD = "record";

    /**
     * The tag that names the patient by the first record of that patient; records 201 and 202 are of one patient,
     * {@code 201}.
     */
    public static final String PATIENT = "patient";

    /** The tag that names the lead, such as {@code MLII}. */
    public static final String LEAD = "lead";

    /** The tag that holds the symbol of the annotation, such as {@code L}. */
    public static final String SYMBOL = "symbol";

    /** The name of the data set's folder. */
    public static final String FOLDER = "mitdb";

    private static final String DATABASE = "mitdb/1.0.0";
    private static final List<String> RECORDS = List.of(
            "100", "101", "102", "103", "104", "105", "106", "107", "108", "109", "111", "112", "113", "114", "115",
            "116", "117", "118", "119", "121", "122", "123", "124", "200", "201", "202", "203", "205", "207", "208",
            "209", "210", "212", "213", "214", "215", "217", "219", "220", "221", "222", "223", "228", "230", "231",
            "232", "233", "234");

    /** The test part of the published set, in the order of the classes: 21,892 beats. */
    private static final int[] TEST_COUNTS = {18_118, 556, 1_448, 162, 1_608};

    private final Samples beats;
    private final ByBeatSplit split;

    private MitBih(Samples beats) {
        this.beats = beats;
        this.split = ByBeatSplit.of(beats, TEST_COUNTS);
    }

    /**
     * Opens the database in the folder that {@link DataFolder} finds.
     *
     * @return the beats
     * @throws MissingDataException if the folder or one of its files is missing
     * @throws org.robustest.reference.wfdb.WfdbException if a file is damaged
     */
    public static MitBih open() {
        return open(DataFolder.require(FOLDER));
    }

    /**
     * Reads all records and cuts their beats, several records at once.
     *
     * @param folder the folder with the 48 records, or the folder in which that folder stands under the name
     *     {@value #FOLDER}
     * @return the beats
     * @throws MissingDataException if a file of a record is missing
     * @throws org.robustest.reference.wfdb.WfdbException if a file is damaged
     * @throws IllegalArgumentException if a record of one of these names is not of this database
     */
    public static MitBih open(Path folder) {
        Path inside = folder.resolve(FOLDER);
        Path records = Files.isDirectory(inside) ? inside : folder;
        requireComplete(records);
        List<RecordBeats> read = RECORDS.parallelStream()
                .map(name -> RecordBeats.read(records, name))
                .toList();
        Samples.Builder beats =
                Samples.builder(BeatCutter.SHAPE, BeatClass.names()).within(0, 1);
        read.forEach(record -> record.addTo(beats));
        return new MitBih(beats.build());
    }

    /**
     * Downloads the 48 records from PhysioNet, about 103 MB, and checks them. What is there already is not downloaded again.
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
     * Downloads the 48 records, about 103 MB, and checks them. What is there already is not downloaded again.
     *
     * @param folder where the files go; made if it is not there
     * @param downloader how, and from where
     * @return the folder, for {@link #open(Path)}
     * @throws org.robustest.reference.download.DownloadException if a file could not be downloaded, does not agree with its
     *     checksum, or cannot be written; every file under its own name is complete then
     */
    public static Path download(Path folder, Downloader downloader) {
        Set<String> wanted = new HashSet<>(files());
        downloader.download(DATABASE, path -> Optional.of(path).filter(wanted::contains), folder);
        requireComplete(folder);
        return folder;
    }

    private static List<String> files() {
        return RECORDS.stream()
                .flatMap(name -> Stream.of(name + ".hea", name + ".dat", name + ".atr"))
                .toList();
    }

    private static void requireComplete(Path folder) {
        List<String> missing = files().stream()
                .filter(file -> !Files.exists(folder.resolve(file)))
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingDataException("the MIT-BIH Arrhythmia Database in " + folder.toAbsolutePath() + " lacks "
                    + missing.size() + " of " + 3 * RECORDS.size() + " files, the first is " + missing.get(0)
                    + "; get version 1.0.0 from https://physionet.org/content/mitdb/ or by MitBih.download, and give the folder that holds \""
                    + FOLDER + "\" with -D" + DataFolder.PROPERTY + "=DIR");
        }
    }

    /**
     * Returns all beats.
     *
     * @return 109,446 beats, by record and time
     */
    public Samples beats() {
        return beats;
    }

    /**
     * Returns the training part of the split by beat: all beats that are not in {@link #testBeats()}.
     *
     * @return 87,554 beats
     */
    public Samples trainBeats() {
        return split.train();
    }

    /**
     * Returns the test part of the split by beat.
     *
     * <p>It has as many beats of each class as the test part of the published set: N 18,118, S 556, V 1,448, F 162,
     * Q 1,608. Which ones were not published by id; here they are those whose ids have the smallest
     * {@linkplain org.robustest.random.StableHash hashes} in their class, after the prefix
     * {@code "by-beat split of "}. Beats of one patient stand on both sides, which flatters every figure; see
     * {@link #interPatient()}.
     *
     * @return 21,892 beats
     */
    public Samples testBeats() {
        return split.test();
    }

    /**
     * Returns the split by patient.
     *
     * @return the split of de Chazal et al.
     */
    public InterPatientSplit interPatient() {
        return InterPatientSplit.of(beats);
    }
}
