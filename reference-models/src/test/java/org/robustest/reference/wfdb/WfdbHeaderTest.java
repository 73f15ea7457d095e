package org.robustest.reference.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WfdbHeaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsEveryField() {
        WfdbHeader header = read("""
                # before
                r 1 360.5/24.25(-10) 650000 12:30:00.5 25/12/1980
                r_1.dat 16x2:3+24 -1.5e2(-7)/uV 11 1024 995 -22131 512 MLII  left arm
                # 69 M 1085
                #Aldomet, Inderal
                """);

        assertThat(header.recordName()).isEqualTo("r");
        assertThat(header.samplingFrequency()).isEqualTo(360.5);
        assertThat(header.counterFrequency()).isEqualTo(24.25);
        assertThat(header.baseCounter()).isEqualTo(-10);
        assertThat(header.sampleCount()).hasValue(650_000);
        assertThat(header.start()).contains("12:30:00.5 25/12/1980");
        assertThat(header.comments()).containsExactly("before", "69 M 1085", "Aldomet, Inderal");
        SignalHeader signal = header.signals().get(0);
        assertThat(signal.fileName()).isEqualTo("r_1.dat");
        assertThat(signal.format()).isEqualTo(SampleFormat.FORMAT_16);
        assertThat(signal.samplesPerFrame()).isEqualTo(2);
        assertThat(signal.skew()).isEqualTo(3);
        assertThat(signal.byteOffset()).isEqualTo(24);
        assertThat(signal.gain()).isEqualTo(-150);
        assertThat(signal.baseline()).isEqualTo(-7);
        assertThat(signal.units()).isEqualTo("uV");
        assertThat(signal.adcResolution()).isEqualTo(11);
        assertThat(signal.adcZero()).isEqualTo(1024);
        assertThat(signal.initialValue()).hasValue(995);
        assertThat(signal.checksum()).hasValue(-22131);
        assertThat(signal.blockSize()).isEqualTo(512);
        assertThat(signal.description()).isEqualTo("MLII  left arm");
    }

    @Test
    void takesTheDocumentedDefaultsForFieldsThatAreMissing() {
        WfdbHeader header = read("r 1\nr.dat 212");

        assertThat(header.samplingFrequency()).isEqualTo(250);
        assertThat(header.counterFrequency()).isEqualTo(250);
        assertThat(header.baseCounter()).isZero();
        assertThat(header.sampleCount()).isEmpty();
        assertThat(header.start()).isEmpty();
        SignalHeader signal = header.signals().get(0);
        assertThat(signal.samplesPerFrame()).isEqualTo(1);
        assertThat(signal.skew()).isZero();
        assertThat(signal.byteOffset()).isZero();
        assertThat(signal.gain()).isEqualTo(200);
        assertThat(signal.baseline()).isZero();
        assertThat(signal.units()).isEqualTo("mV");
        assertThat(signal.adcResolution()).isEqualTo(12);
        assertThat(signal.initialValue()).isEmpty();
        assertThat(signal.checksum()).isEmpty();
        assertThat(signal.description()).isEqualTo("record r, signal 0");
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200, 1024, mV",
        "200(0)/mV, 200, 0, mV",
        "200/uV, 200, 1024, uV",
        "0, 200, 1024, mV",
        "12.5(-3), 12.5, -3, mV",
        ".5, 0.5, 1024, mV",
    })
    void readsGainBaselineAndUnits(String field, double gain, int baseline, String units) {
        SignalHeader signal =
                read("r 1\nr.dat 212 " + field + " 11 1024").signals().get(0);

        assertThat(signal.gain()).isEqualTo(gain);
        assertThat(signal.baseline()).isEqualTo(baseline);
        assertThat(signal.units()).isEqualTo(units);
    }

    @Test
    void readsTheSameFromLinesThatEndInCarriageReturnAndLineFeed() {
        assertThat(read(RecordFiles.HEADER.replace("\n", "\r\n"))).isEqualTo(read(RecordFiles.HEADER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../r.dat",
                "/etc/passwd",
                "a/b.dat",
                "a\\b.dat",
                "..",
                ".hidden",
                "C:r.dat",
                "-",
                "~",
                "%2e%2e/r.dat"
            })
    void refusesSignalFilesOutsideOfTheFolder(String name) {
        assertThatThrownBy(() -> read("r 1 360 4\n" + name + " 212"))
                .isInstanceOf(WfdbException.class)
                .hasMessageContaining("r.hea, line 2")
                .hasMessageContaining("same folder")
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                            | line 1 | a record line",
                "# only a comment              | line 1 | a record line",
                "r                             | line 1 | the number of signals",
                "r two                         | line 1 | the number of signals",
                "other 1                       | line 1 | record name \"r\"",
                "r/3 1 360 4                   | line 1 | one segment",
                "r 1 0                         | line 1 | sampling frequency above 0",
                "r 1 1e999                     | line 1 | finite sampling frequency",
                "r 1 abc                       | line 1 | sampling frequency",
                "r 1 360 99999999999           | line 1 | 2147483647",
                "r 1 360 -4                    | line 1 | number of samples",
                "r 2 360 4@r.dat 212           | line 2 | 2 signal lines",
                "r 1 360 4@r.dat 212@r.dat 212 | line 3 | no more than 1 signal lines",
                "r 1 360 4@r.dat               | line 2 | a format",
                "r 1 360 4@r.dat 80            | line 2 | format 16 or 212",
                "r 1 360 4@r.dat 212 x         | line 2 | a gain",
                "r 1 360 4@r.dat 212 1e999     | line 2 | finite gain",
                "r 1 360 4@r.dat 212 200 11 0 z| line 2 | initial value",
            })
    void saysInWhichLineItExpectedWhat(String text, String line, String expected) {
        assertThatThrownBy(() -> read(text.replace('@', '\n')))
                .isInstanceOf(WfdbException.class)
                .hasMessageContaining("r.hea, " + line)
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../r", "a/b", "", ".", "..", "r\0"})
    void refusesNamesThatCannotBeARecords(String name) {
        assertThatThrownBy(() -> WfdbHeader.read(folder, name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAHeaderThatIsFarTooLarge() {
        assertThatThrownBy(() -> read("#".repeat((1 << 20) + 1)))
                .isInstanceOf(WfdbException.class)
                .hasMessageContaining("at most 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r 1 @x\n", "r 1 1/@x\n", "r 1 360 4\nr.dat 212 @x\n", "r 1 360 4\nr.dat 212 1.@x\n"})
    void refusesALongNumberAsSoonAsAShortOne(String text) {
        String digits = "1".repeat(1_000_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> read(text.replace("@", digits))).isInstanceOf(WfdbException.class));
    }

    @Test
    void namesAHeaderThatIsMissing() {
        assertThatThrownBy(() -> WfdbHeader.read(folder, "r"))
                .isInstanceOf(WfdbException.class)
                .hasMessageContaining(folder.resolve("r.hea").toString())
                .hasMessageContaining("nothing of that name");
    }

    private WfdbHeader read(String text) {
        RecordFiles.write(folder.resolve("r.hea"), text.getBytes(StandardCharsets.ISO_8859_1));
        return WfdbHeader.read(folder, "r");
    }
}
