package org.robustest.reference.wfdb;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The header of a record: what was recorded, how fast, and in which files (WFDB {@code header(5)}).
 *
 * @param recordName the name of the record, equal to the name of the file without {@code .hea}
 * @param samplingFrequency samples a second of every signal, in Hz, by default 250; above 0
 * @param counterFrequency ticks a second of the counter shown beside the time, by default the sampling frequency
 * @param baseCounter the counter at sample 0, by default 0
 * @param sampleCount the number of samples of each signal, if stated
 * @param start the time and date of sample 0 as they are written, if stated
 * @param signals the signals, in their order; unmodifiable
 * @param comments the comment lines without their {@code #}, in their order; unmodifiable
 */
public record WfdbHeader(
        String recordName,
        double samplingFrequency,
        double counterFrequency,
        double baseCounter,
        OptionalInt sampleCount,
        Optional<String> start,
        List<SignalHeader> signals,
        List<String> comments) {

    /** The sampling frequency that holds where a header states none, in Hz. */
    public static final double DEFAULT_SAMPLING_FREQUENCY = 250;

    private static final long LARGEST_HEADER = 1 << 20;

    /**
     * Creates a header that keeps copies of the lists.
     *
     * @param recordName the name of the record, equal to the name of the file without {@code .hea}
     * @param samplingFrequency samples a second of every signal, in Hz, by default 250; above 0
     * @param counterFrequency ticks a second of the counter shown beside the time, by default the sampling frequency
     * @param baseCounter the counter at sample 0, by default 0
     * @param sampleCount the number of samples of each signal, if stated
     * @param start the time and date of sample 0 as they are written, if stated
     * @param signals the signals, in their order; unmodifiable
     * @param comments the comment lines without their {@code #}, in their order; unmodifiable
     */
    public WfdbHeader {
        signals = List.copyOf(signals);
        comments = List.copyOf(comments);
    }

    /**
     * Reads the header of a record.
     *
     * <p>Lines end in LF or CR LF. Text is read as ISO 8859-1.
     *
     * @param folder the folder that holds the files of the record
     * @param recordName the name of the record: letters, digits, {@code _}, {@code -} and {@code .}, not starting with
     *     {@code -} or {@code .}
     * @return the header
     * @throws WfdbException if the file is missing, larger than 1 MiB, does not follow the format, names a file outside
     *     of its folder, or describes several segments
     * @throws IllegalArgumentException if the name of the record could not be one
     */
    public static WfdbHeader read(Path folder, String recordName) {
        if (!WfdbFile.isPlainName(recordName)) {
            throw new IllegalArgumentException("a record name has letters, digits, '_', '-' and '.' only, but it was "
                    + WfdbException.quoted(recordName));
        }
        Path file = folder.resolve(recordName + ".hea");
        String text = new String(new WfdbFile(file).readAtMost(LARGEST_HEADER), StandardCharsets.ISO_8859_1);
        return new HeaderParser(file, recordName).parse(text);
    }
}
