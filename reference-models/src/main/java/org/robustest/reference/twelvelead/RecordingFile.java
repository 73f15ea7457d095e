package org.robustest.reference.twelvelead;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.robustest.reference.wfdb.WfdbHeader;

/**
 * A recording that lies on disk, with its diagnoses. The samples are read when they are asked for.
 *
 * @param id the stable id, such as {@code cpsc2018/A0002}
 * @param folder the folder that holds the files
 * @param name the name of the files without their ends, such as {@code A0002}
 * @param diagnoses the diagnoses, the first one first; unmodifiable, at least one
 * @param tags what else is known, such as {@code patient}; unmodifiable
 */
public record RecordingFile(String id, Path folder, String name, List<Diagnosis> diagnoses, Map<String, String> tags) {

    /**
     * Creates a description that keeps copies.
     *
     * @param id the stable id, such as {@code cpsc2018/A0002}
     * @param folder the folder that holds the files
     * @param name the name of the files without their ends, such as {@code A0002}
     * @param diagnoses the diagnoses, the first one first; at least one
     * @param tags what else is known, such as {@code patient}
     * @throws IllegalArgumentException if there is no diagnosis
     */
    public RecordingFile {
        if (diagnoses.isEmpty()) {
            throw new IllegalArgumentException("recording " + id + " needs a diagnosis");
        }
        diagnoses = List.copyOf(diagnoses);
        tags = Map.copyOf(tags);
    }

    /**
     * Reads what the header of a record states as its diagnoses.
     *
     * @param folder the folder that holds the files
     * @param name the name of the record
     * @return names or SNOMED CT codes, in the order of the header; unmodifiable
     * @throws org.robustest.reference.wfdb.WfdbException if the header is missing or damaged
     */
    public static List<String> statements(Path folder, String name) {
        return RecordingReader.statements(WfdbHeader.read(folder, name));
    }

    /**
     * Returns the first diagnosis, which is the label of samples.
     *
     * @return the diagnosis
     */
    public Diagnosis firstDiagnosis() {
        return diagnoses.get(0);
    }

    /**
     * Reads the recording: samples in a WFDB file beside a header, in a matrix {@code val} beside a header, or in a
     * structure {@code ECG} without one, at 500 Hz and in mV, as CPSC2018 was first published.
     *
     * @return the recording
     * @throws org.robustest.reference.data.DamagedFileException if a file is missing or damaged, or a lead is
     */
    public Recording read() {
        return new RecordingReader(folder, name).read();
    }
}
