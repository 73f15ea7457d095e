package org.robustest.reference.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WfdbRecordTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRecord() {
        RecordFiles.write(folder);
    }

    @Test
    void readsTheSamplesOfInterleavedSignals() {
        WfdbRecord record = WfdbRecord.read(folder, "r");

        assertThat(record.signals()).hasSize(2);
        for (int signal = 0; signal < 2; signal++) {
            WfdbSignal read = record.signals().get(signal);
            assertThat(read.sampleCount()).isEqualTo(4);
            for (int i = 0; i < 4; i++) {
                assertThat(read.adc(i)).isEqualTo(RecordFiles.SIGNALS[signal][i]);
            }
        }
    }

    @Test
    void convertsToMillivoltsByBaselineGainAndUnit() {
        WfdbRecord record = WfdbRecord.read(folder, "r");

        assertThat(record.signal("MLII").orElseThrow().millivolts()[0]).isCloseTo((10 - 1024) / 200f, within(1e-6f));
        assertThat(record.signal("V5").orElseThrow().millivolts()[3])
                .isCloseTo((-2047 - 5) / 100f / 1000f, within(1e-6f));
    }

    @Test
    void readsTheMarkOfAMissingSampleAsNotANumber() {
        header("r 1 360 2\nr.dat 212 200");
        RecordFiles.write(folder.resolve("r.dat"), new byte[] {0, 0x08, 0});

        assertThat(WfdbRecord.read(folder, "r").signals().get(0).millivolts()).containsExactly(Float.NaN, 0);
    }

    @Test
    void readsFormat16AfterAnOffset() {
        header("r 1 500 3\nr.dat 16+2 1000/mV 16 0 1 -32768");
        RecordFiles.write(folder.resolve("r.dat"), new byte[] {9, 9, 1, 0, -1, -1, 0, (byte) 0x80});

        WfdbSignal signal = WfdbRecord.read(folder, "r").signals().get(0);

        assertThat(new int[] {signal.adc(0), signal.adc(1), signal.adc(2)}).containsExactly(1, -1, -32768);
    }

    @Test
    void takesTheNumberOfSamplesFromTheFileWhereTheHeaderIsSilent() {
        header("r 2\nr.dat 212\nr.dat 212");

        assertThat(WfdbRecord.read(folder, "r").signals().get(1).sampleCount()).isEqualTo(4);
    }

    @Test
    void readsSignalsOfSeveralFiles() throws IOException {
        header("r 2 360 2\na.dat 16\nb.dat 212");
        Files.write(folder.resolve("a.dat"), new byte[] {7, 0, 8, 0});
        Files.write(folder.resolve("b.dat"), new byte[] {(byte) 0xe3, 0x33, (byte) 0xf3});

        WfdbRecord record = WfdbRecord.read(folder, "r");

        assertThat(record.signals().get(0).adc(1)).isEqualTo(8);
        assertThat(record.signals().get(1).adc(1)).isEqualTo(1011);
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("r.dat"));
        for (int length = 0; length < whole.length; length++) {
            RecordFiles.write(folder.resolve("r.dat"), Arrays.copyOf(whole, length));
            assertRefused(
                    "r.dat, byte " + length, "12 bytes (4 samples of 2 signals in format 212)", length + " bytes");
        }
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("r.dat"));
        RecordFiles.write(folder.resolve("r.dat"), Arrays.copyOf(whole, whole.length + 1));

        assertRefused("r.dat, byte 12", "12 bytes", "13 bytes");
    }

    @Test
    void refusesEveryFlippedBit() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("r.dat"));
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            RecordFiles.write(folder.resolve("r.dat"), flipped);
            assertRefused("r.dat");
        }
    }

    @Test
    void namesTheSignalWhoseChecksumIsWrong() {
        header(RecordFiles.HEADER.replace("-2053", "-2052"));

        assertRefused("r.dat", "signal 1 (\"V5\")", "checksum -2052", "-2053");
    }

    @Test
    void namesTheSignalWhoseInitialValueIsWrong() {
        header(RecordFiles.HEADER.replace("1024 10 ", "1024 11 "));

        assertRefused("r.dat, byte 0", "signal 0 (\"MLII\")", "start with 11", "10");
    }

    @Test
    void namesASignalFileThatIsMissing() throws IOException {
        Files.delete(folder.resolve("r.dat"));

        assertRefused(folder.resolve("r.dat").toString(), "nothing of that name");
    }

    @Test
    void refusesAFolderInPlaceOfASignalFile() throws IOException {
        Files.delete(folder.resolve("r.dat"));
        Files.createDirectory(folder.resolve("r.dat"));

        assertRefused("r.dat", "something else");
    }

    @Test
    void refusesMoreSamplesThanTheFileHoldsBeforeItReservesMemoryForThem() {
        header("r 2 360 2000000000\nr.dat 212\nr.dat 212");

        assertRefused("r.dat", "at most 268435456 bytes", "2000000000 samples");
    }

    @Test
    void refusesWhatItDoesNotRead() {
        header("r 2 360 4\nr.dat 212x2\nr.dat 212x2");
        assertRefused("one sample a frame");
        header("r 2 360 4\nr.dat 212:1\nr.dat 212");
        assertRefused("without skew");
        header("r 2 360 4\nr.dat 212\nr.dat 16");
        assertRefused("one format");
        header("r 3 360 4\nr.dat 212\nq.dat 212\nr.dat 212");
        assertRefused("one after the other");
    }

    @Test
    void doesNotConvertWhatIsNoVoltage() {
        header("r 1 360 8\nr.dat 212 1/mmHg 12 0 10 -6 0 BP");

        WfdbSignal signal = WfdbRecord.read(folder, "r").signals().get(0);

        assertThatThrownBy(signal::millivolts)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mmHg");
    }

    private void header(String text) {
        RecordFiles.write(folder.resolve("r.hea"), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> WfdbRecord.read(folder, "r"))
                .isInstanceOf(WfdbException.class)
                .hasMessageContainingAll(parts);
    }
}
