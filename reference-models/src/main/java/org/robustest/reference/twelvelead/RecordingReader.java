package org.robustest.reference.twelvelead;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.robustest.reference.data.DamagedFileException;
import org.robustest.reference.mat.MatFile;
import org.robustest.reference.mat.MatMatrix;
import org.robustest.reference.wfdb.SignalHeader;
import org.robustest.reference.wfdb.WfdbHeader;
import org.robustest.reference.wfdb.WfdbRecord;
import org.robustest.reference.wfdb.WfdbSignal;

/** Reads a recording in whichever of its forms it lies in a folder. */
final class RecordingReader {

    /** What all files of CPSC2018 in their first form were sampled at, in Hz; they do not say it. */
    private static final double FREQUENCY_OF_STRUCTURES = 500;

    private static final String STRUCTURE = "ECG.";

    private final Path folder;
    private final String name;

    RecordingReader(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** A header leads to the samples, in a WFDB file or in the matrix {@code val}; without one it is the structure. */
    Recording read() {
        Path mat = folder.resolve(name + ".mat");
        if (!Files.exists(folder.resolve(name + ".hea"))) {
            return ofStructure(mat, MatFile.read(mat));
        }
        WfdbHeader header = WfdbHeader.read(folder, name);
        Map<Lead, float[]> leads = isLevel5(mat) ? matrix(mat, header) : signals();
        return recording(mat, header.samplingFrequency(), leads, comments(header), statements(header));
    }

    /** Returns the diagnoses that the header states. */
    static List<String> statements(WfdbHeader header) {
        return Arrays.stream(comments(header).getOrDefault("dx", "").split(","))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static Map<String, String> comments(WfdbHeader header) {
        Map<String, String> comments = new TreeMap<>();
        for (String comment : header.comments()) {
            int colon = comment.indexOf(':');
            if (colon > 0) {
                comments.putIfAbsent(
                        comment.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        comment.substring(colon + 1).trim());
            }
        }
        return comments;
    }

    private Map<Lead, float[]> signals() {
        Map<Lead, float[]> leads = new EnumMap<>(Lead.class);
        for (WfdbSignal signal : WfdbRecord.read(folder, name).signals()) {
            requireVoltage(signal.header());
            put(leads, signal.header().description(), signal.millivolts());
        }
        return leads;
    }

    private void requireVoltage(SignalHeader signal) {
        if (!signal.isVoltage()) {
            throw wrong(folder.resolve(name + ".hea"), "voltages", "the unit \"" + signal.units() + '"');
        }
    }

    private Map<Lead, float[]> matrix(Path file, WfdbHeader header) {
        MatMatrix matrix = MatFile.read(file).matrix("val").orElseThrow(() -> wrong(file, "a matrix \"val\"", "none"));
        int stated = header.sampleCount().orElse(matrix.columns());
        if (matrix.rows() != header.signals().size() || matrix.columns() != stated) {
            throw wrong(
                    file, header.signals().size() + " x " + stated + " samples as the header says", matrix.toString());
        }
        Map<Lead, float[]> leads = new EnumMap<>(Lead.class);
        for (int row = 0; row < matrix.rows(); row++) {
            SignalHeader signal = header.signals().get(row);
            requireVoltage(signal);
            requireChecksum(file, matrix, row, signal);
            put(leads, signal.description(), row(matrix, row, signal::millivolts));
        }
        return leads;
    }

    private static void requireChecksum(Path file, MatMatrix matrix, int row, SignalHeader signal) {
        OptionalInt checksum = signal.checksum();
        long sum = 0;
        for (int i = 0; i < matrix.columns(); i++) {
            sum += (long) matrix.get(row, i);
        }
        if (checksum.isPresent() && (short) checksum.getAsInt() != (short) sum) {
            throw wrong(
                    file,
                    "row " + row + " of \"val\" to have the checksum " + checksum.getAsInt() + " as its header says",
                    Short.toString((short) sum));
        }
    }

    private Recording ofStructure(Path file, MatFile read) {
        MatMatrix data = read.matrix(STRUCTURE + "data")
                .orElseThrow(() -> wrong(
                        file,
                        "a structure \"ECG\" with a matrix \"data\", or a header beside the file",
                        read.toString()));
        if (data.rows() != Lead.twelve().size()) {
            throw wrong(file, "12 rows of \"ECG.data\"", data.toString());
        }
        Map<Lead, float[]> leads = new EnumMap<>(Lead.class);
        for (Lead lead : Lead.twelve()) {
            leads.put(lead, row(data, lead.ordinal(), DoubleUnaryOperator.identity()));
        }
        Map<String, String> patient = new TreeMap<>();
        read.text(STRUCTURE + "sex").ifPresent(sex -> patient.put("sex", sex.strip()));
        read.matrix(STRUCTURE + "age")
                .filter(age -> age.rows() > 0 && age.columns() > 0 && Double.isFinite(age.get(0, 0)))
                .ifPresent(age -> patient.put("age", Long.toString(Math.round(age.get(0, 0)))));
        return recording(file, FREQUENCY_OF_STRUCTURES, leads, patient, List.of());
    }

    private static Recording recording(
            Path file, double frequency, Map<Lead, float[]> leads, Map<String, String> said, List<String> statements) {
        List<Lead> missing = new ArrayList<>(Lead.twelve());
        missing.removeAll(leads.keySet());
        if (!missing.isEmpty()) {
            throw wrong(file, "the twelve leads", "none of " + missing);
        }
        if (leads.values().stream().mapToInt(lead -> lead.length).distinct().count() != 1) {
            throw wrong(file, "leads of one length", "several lengths");
        }
        if (leads.values().stream().anyMatch(lead -> lead.length == 0)) {
            throw wrong(file, "samples", "none");
        }
        Map<String, String> patient = new TreeMap<>();
        for (String key : List.of("age", "sex")) {
            String value = said.getOrDefault(key, "");
            if (!value.isEmpty()) {
                patient.put(key, value);
            }
        }
        return Recording.of(frequency, leads, patient, statements);
    }

    private void put(Map<Lead, float[]> leads, String description, float[] millivolts) {
        Lead lead = Lead.of(description)
                .orElseThrow(() -> wrong(folder.resolve(name + ".hea"), "a lead of " + Lead.twelve(), description));
        if (leads.put(lead, millivolts) != null) {
            throw wrong(folder.resolve(name + ".hea"), "each lead once", "lead " + lead + " twice");
        }
    }

    private static float[] row(MatMatrix matrix, int row, DoubleUnaryOperator millivolts) {
        float[] values = new float[matrix.columns()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) millivolts.applyAsDouble(matrix.get(row, i));
        }
        return values;
    }

    /** Level 5 begins with a text, and the level that WFDB reads as format 16 with a zero in its first number. */
    private static boolean isLevel5(Path mat) {
        if (!Files.isRegularFile(mat)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(mat)) {
            return new String(stream.readNBytes(6), StandardCharsets.ISO_8859_1).equals("MATLAB");
        } catch (IOException e) {
            throw DamagedFileException.unreadable(mat, e);
        }
    }

    private static DamagedFileException wrong(Path file, String expected, String found) {
        return DamagedFileException.in(file, expected, found);
    }
}
