package org.robustest.reference.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.robustest.reference.data.Damage;
import org.robustest.reference.data.ReaderContract;

/** Beside {@link DamagedFilesTest}: headers that follow the format and lie, and bounds of memory. */
class WfdbFuzzTest {

    private static final long BYTES_PER_BYTE = 200;

    private static final Path FOLDER = ReaderContract.folder("wfdb");

    @BeforeContainer
    static void writeRecord() {
        RecordFiles.write(FOLDER);
    }

    @Property(seed = "1", tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aHeaderOfAnyNumbersIsReadOrRefused(@ForAll("headers") String header) {
        holds("r.hea", header.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Property(seed = "2", tries = 600, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aDamagedHeaderIsReadOrRefused(@ForAll("damagedHeaders") byte[] header) {
        holds("r.hea", header);
    }

    private static void holds(String file, byte[] bytes) {
        ReaderContract.holds(
                FOLDER.resolve(file),
                bytes,
                BYTES_PER_BYTE,
                path -> WfdbRecord.read(FOLDER, "r").signals().forEach(signal -> {
                    if (signal.isVoltage()) {
                        assertThat(signal.millivolts()).hasSize(signal.sampleCount());
                    }
                }));
    }

    @Property(seed = "3", tries = 600, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void damagedAnnotationsAreReadOrRefused(@ForAll("damagedAnnotations") byte[] bytes) {
        ReaderContract.holds(FOLDER.resolve("r.atr"), bytes, BYTES_PER_BYTE, AnnotationFile::read);
    }

    @Property(seed = "4", tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void noiseIsReadAsAnnotationsOrRefused(@ForAll byte[] bytes) {
        ReaderContract.holds(FOLDER.resolve("r.atr"), bytes, BYTES_PER_BYTE, AnnotationFile::read);
    }

    @Property(seed = "5", tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyBytesAreSamplesOfBothFormats(
            @ForAll @Size(max = 60) byte[] bytes, @ForAll @IntRange(min = 1, max = 5) int signals) throws IOException {
        for (SampleFormat format : SampleFormat.values()) {
            Files.write(FOLDER.resolve("s.dat"), bytes);
            Files.writeString(
                    FOLDER.resolve("s.hea"),
                    "s " + signals + " 500\n" + ("s.dat " + format.code() + " 100/mV\n").repeat(signals));
            int count = (int) (format.sampleCount(bytes.length) / signals);
            long size = format.byteCount((long) count * signals);
            if (size != bytes.length) {
                continue;
            }

            List<WfdbSignal> read = WfdbRecord.read(FOLDER, "s").signals();

            int largest = format == SampleFormat.FORMAT_16 ? 1 << 15 : 1 << 11;
            for (WfdbSignal signal : read) {
                assertThat(signal.sampleCount()).isEqualTo(count);
                for (int i = 0; i < count; i++) {
                    assertThat(signal.adc(i)).isBetween(-largest, largest - 1);
                    if (signal.adc(i) != -largest) {
                        assertThat(signal.millivolts()[i]).isCloseTo(signal.adc(i) / 100f, within(1e-6f));
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<byte[]> damagedHeaders() {
        return Damage.of(RecordFiles.HEADER.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<byte[]> damagedAnnotations() {
        return Damage.of(RecordFiles.words(RecordFiles.ANNOTATIONS));
    }

    @Provide
    Arbitrary<String> headers() {
        Arbitrary<String> number = Arbitraries.of(
                "0",
                "1",
                "2",
                "3",
                "4",
                "-1",
                "12",
                "360",
                "2147483647",
                "2147483648",
                "99999999999999999999",
                "1e9",
                "1e-300",
                "1e308",
                "0.1",
                "-0",
                "+5",
                ".5",
                "x");
        Arbitrary<String> format = Arbitraries.of(
                "212",
                "16",
                "8",
                "212x2",
                "16:3",
                "16+24",
                "212+2147483647",
                "16+8",
                "212x1:0+0",
                "16x99999999999",
                "0");
        Arbitrary<String> file = Arbitraries.of("r.dat", "r.atr", "r.hea", "../r.dat", "~", "none.dat", ".");
        Arbitrary<String> gain =
                Arbitraries.of("200", "0", "1e400", "200(0)/mV", "-3/uV", "200(99999999999)", "1/", "5/ohm");
        Arbitrary<String> signal = Combinators.combine(
                        file, format, gain, number.list().ofMaxSize(5))
                .as((name, layout, calibration, rest) ->
                        name + " " + layout + " " + calibration + " " + String.join(" ", rest));
        return Combinators.combine(
                        Arbitraries.of("r", "r/2", "s"),
                        number.list().ofMaxSize(4),
                        signal.list().ofMaxSize(5),
                        Arbitraries.of("\n", "\r\n", "\n\n"))
                .as((name, rest, signals, end) -> name + " "
                        + (rest.isEmpty() ? signals.size() : String.join(" ", rest)) + end + String.join(end, signals));
    }
}
