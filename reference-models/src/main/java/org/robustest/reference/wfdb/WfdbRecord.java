package org.robustest.reference.wfdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record whose signals agree with its header: in number of samples, initial values and checksums.
 *
 * <p>Formats 16 and 212, one segment, one sample a frame, no skew; anything else is refused by name.
 */
public final class WfdbRecord {

    private final WfdbHeader header;
    private final List<WfdbSignal> signals;

    private WfdbRecord(WfdbHeader header, List<WfdbSignal> signals) {
        this.header = header;
        this.signals = signals;
    }

    /**
     * Reads a record and checks it.
     *
     * <p>The checksums are compared if the header states the number of samples; where it does not, the number follows
     * from the size of the file.
     *
     * @param folder the folder that holds the files of the record
     * @param recordName the name of the record, such as {@code 100}
     * @return the record
     * @throws WfdbException if a file is missing, does not follow the format, uses a part of it that is not read here,
     *     or does not agree with the header
     * @throws IllegalArgumentException if the name of the record could not be one
     */
    public static WfdbRecord read(Path folder, String recordName) {
        WfdbHeader header = WfdbHeader.read(folder, recordName);
        Map<String, List<SignalHeader>> files = new LinkedHashMap<>();
        String previous = "";
        for (SignalHeader signal : header.signals()) {
            if (!signal.fileName().equals(previous) && files.containsKey(signal.fileName())) {
                throw WfdbException.inFile(
                        folder.resolve(recordName + ".hea"),
                        "the signals of \"" + signal.fileName() + "\" one after the other",
                        "those of \"" + previous + "\" between them");
            }
            previous = signal.fileName();
            files.computeIfAbsent(previous, name -> new ArrayList<>()).add(signal);
        }
        List<WfdbSignal> signals = new ArrayList<>();
        files.forEach((name, group) ->
                signals.addAll(new SignalFileReader(folder.resolve(name), group, header.sampleCount()).read()));
        return new WfdbRecord(header, List.copyOf(signals));
    }

    /**
     * Returns the header.
     *
     * @return the header
     */
    public WfdbHeader header() {
        return header;
    }

    /**
     * Returns the signals.
     *
     * @return the signals, in the order of the header; unmodifiable
     */
    public List<WfdbSignal> signals() {
        return signals;
    }

    /**
     * Returns the first signal with a description.
     *
     * @param description the description, such as {@code MLII}
     * @return the signal, if there is one
     */
    public Optional<WfdbSignal> signal(String description) {
        return signals.stream()
                .filter(signal -> signal.header().description().equals(description))
                .findFirst();
    }
}
