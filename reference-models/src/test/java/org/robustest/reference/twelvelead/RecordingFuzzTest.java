package org.robustest.reference.twelvelead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.robustest.reference.data.CsvTable;
import org.robustest.reference.data.Damage;
import org.robustest.reference.data.ReaderContract;

class RecordingFuzzTest {

    private static final long BYTES_PER_BYTE = 1_000;
    private static final String TABLE = "Recording,First_label,Second_label,Third_label\nA0001,5,,\nA0002,\"1\",2,\n";

    private static final Path FOLDER = ReaderContract.folder("recordings");

    @BeforeContainer
    static void writeRecords() {
        RecordingFiles.writeChallenge(FOLDER, "A0001", RecordingFiles.units(20), "AF");
        RecordingFiles.writeSavedAgain(FOLDER, "A0002", RecordingFiles.units(20), "AF");
    }

    @Property(seed = "1", tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aRecordingWithADamagedHeaderGivesInputsOrIsRefused(@ForAll("headers") byte[] header) {
        ReaderContract.holds(FOLDER.resolve("A0001.hea"), header, BYTES_PER_BYTE, path -> makeInput("A0001"));
    }

    @Property(seed = "2", tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aRecordingWithADamagedMatrixGivesInputsOrIsRefused(@ForAll("matrices") byte[] bytes) {
        ReaderContract.holds(FOLDER.resolve("A0002.mat"), bytes, BYTES_PER_BYTE, path -> makeInput("A0002"));
    }

    /** The sampling frequency is the one thing that a readable recording may have and no input can be made of. */
    private static void makeInput(String name) {
        Recording recording = new RecordingFile("x", FOLDER, name, List.of(Diagnosis.AF), Map.of()).read();
        recording.findings(Lead.twelve());
        double frequency = recording.samplingFrequency();
        if (frequency == 500) {
            for (float value : Preprocessing.compact().withLength(64).apply(recording)) {
                assertThat(value).isBetween(-1f, 1f);
            }
        }
    }

    @Property(seed = "3", tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aDamagedTableIsReadOrRefused(@ForAll("tables") byte[] bytes) {
        ReaderContract.holds(
                FOLDER.resolve("t.csv"),
                bytes,
                BYTES_PER_BYTE,
                path -> CsvTable.read(path).rows().forEach(row -> row.get("Recording")));
    }

    @Provide
    Arbitrary<byte[]> headers() {
        return Damage.of(bytes("A0001.hea"));
    }

    @Provide
    Arbitrary<byte[]> matrices() {
        return Damage.of(bytes("A0002.mat"));
    }

    @Provide
    Arbitrary<byte[]> tables() {
        return Damage.of(TABLE.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
