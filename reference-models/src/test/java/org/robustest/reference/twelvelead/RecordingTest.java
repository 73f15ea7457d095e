package org.robustest.reference.twelvelead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.data.DamagedFileException;
import org.robustest.reference.mat.MatFiles;

class RecordingTest {

    private static final short[][] UNITS = RecordingFiles.units(600);

    @TempDir
    private Path folder;

    @Test
    void allFormsOfARecordGiveTheSameSamples() {
        RecordingFiles.writeChallenge(folder, "A0001", UNITS, "RBBB,STD");
        RecordingFiles.writeSavedAgain(folder, "A0002", UNITS, "RBBB");
        RecordingFiles.writeDat(folder, "00003_hr", UNITS);
        MatFiles.writeStructure(folder.resolve("A0004.mat"), RecordingFiles.millivolts(UNITS), "Female", 49, true);

        for (String name : List.of("A0001", "A0002", "00003_hr", "A0004")) {
            Recording recording = read(name);
            assertThat(recording.samplingFrequency()).isEqualTo(500);
            assertThat(recording.sampleCount()).isEqualTo(600);
            for (Lead lead : Lead.twelve()) {
                float[] millivolts = recording.millivolts(lead);
                for (int i = 0; i < 600; i++) {
                    assertThat(millivolts[i]).as("%s of %s", lead, name).isEqualTo(UNITS[lead.ordinal()][i] / 1000f);
                }
            }
        }
        assertThat(read("A0001").statements()).containsExactly("RBBB", "STD");
        assertThat(read("A0001").patient()).isEqualTo(Map.of("age", "49", "sex", "Female"));
        assertThat(read("A0004").patient()).isEqualTo(Map.of("age", "49", "sex", "Female"));
        assertThat(read("00003_hr").patient()).isEmpty();
    }

    @Test
    void unitsAndMissingSamplesAreUnderstoodInBothFormsOfTheChallenge() throws IOException {
        short[][] units = RecordingFiles.units(20);
        units[2][7] = Short.MIN_VALUE;
        RecordingFiles.writeChallenge(folder, "A0001", units, "AF");
        RecordingFiles.writeSavedAgain(folder, "A0002", units, "AF");

        for (String name : List.of("A0001", "A0002")) {
            inUnit(name, "1000/mV", "1/uV");
            Recording recording = read(name);
            assertThat(recording.millivolts(Lead.II)[5]).isEqualTo(units[1][5] / 1000f);
            assertThat(recording.millivolts(Lead.III)[7]).isNaN();
            inUnit(name, "1/uV", "1/mmHg");
            assertThatThrownBy(() -> read(name))
                    .isInstanceOf(DamagedFileException.class)
                    .hasMessageContaining("expected voltages, but found the unit \"mmHg\"");
        }
    }

    private void inUnit(String name, String before, String after) throws IOException {
        Path header = folder.resolve(name + ".hea");
        Files.writeString(header, Files.readString(header).replace(before, after));
    }

    @Test
    void aRecordWhoseSamplesWereAlteredIsRefusedInEveryForm() throws IOException {
        RecordingFiles.writeChallenge(folder, "A0001", UNITS, "AF");
        byte[] bytes = Files.readAllBytes(folder.resolve("A0001.mat"));
        bytes[100] ^= 1;
        Files.write(folder.resolve("A0001.mat"), bytes);
        RecordingFiles.writeSavedAgain(folder, "A0002", UNITS, "AF");
        short[][] others = RecordingFiles.units(600);
        others[3][17]++;
        RecordingFiles.writeSavedAgain(folder, "A0003", others, "AF");
        Files.copy(folder.resolve("A0003.mat"), folder.resolve("A0002.mat"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> read("A0001"))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> read("A0002"))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("row 3")
                .hasMessageContaining("checksum");
    }

    @Test
    void statementsArePartedByCommasHoweverMuchWhiteSpaceThereIs() {
        RecordingFiles.writeChallenge(folder, "A0001", UNITS, "AF ,  I-AVB,,PVC" + " ".repeat(500_000) + "x,");

        List<String> statements =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RecordingFile.statements(folder, "A0001"));

        assertThat(statements).hasSize(3).startsWith("AF", "I-AVB");
        assertThat(statements.get(2)).startsWith("PVC ").endsWith(" x");
    }

    @Test
    void aRecordWithoutSamplesIsRefusedInEveryForm() throws IOException {
        RecordingFiles.writeChallenge(folder, "A0001", UNITS, "AF");
        RecordingFiles.writeSavedAgain(folder, "A0002", UNITS, "AF");
        for (String name : List.of("A0001", "A0002")) {
            Path header = folder.resolve(name + ".hea");
            Files.writeString(
                    header,
                    Files.readString(header)
                            .replace(" 500 600\n", " 500\n")
                            .replaceAll("(16 0) .*( 0 [IVa].*)", "$1 0 0$2"));
        }
        Path samples = folder.resolve("A0001.mat");
        Files.write(samples, Arrays.copyOf(Files.readAllBytes(samples), 24));
        MatFiles.writeMatrix(folder.resolve("A0002.mat"), "val", new double[12][0], true);
        MatFiles.writeStructure(folder.resolve("A0003.mat"), new double[12][0], "Female", 49, true);

        for (String name : List.of("A0001", "A0002", "A0003")) {
            assertThatThrownBy(() -> read(name))
                    .as(name)
                    .isInstanceOf(DamagedFileException.class)
                    .hasMessageEndingWith(name + ".mat: expected samples, but found none");
        }
    }

    @Test
    void saysWhichLeadsARecordLacks() throws IOException {
        RecordingFiles.writeChallenge(folder, "A0001", UNITS, "AF");
        Path header = folder.resolve("A0001.hea");
        Files.writeString(header, Files.readString(header).replace(" 0 V6\n", " 0 X6\n"));

        assertThatThrownBy(() -> read("A0001"))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("expected a lead of [I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6]")
                .hasMessageContaining("found X6");

        MatFiles.writeStructure(folder.resolve("A0002.mat"), new double[11][5], "Male", 5, false);
        assertThatThrownBy(() -> read("A0002")).hasMessageContaining("expected 12 rows of \"ECG.data\"");
        MatFiles.writeMatrix(folder.resolve("A0003.mat"), "val", new double[12][5], false);
        assertThatThrownBy(() -> read("A0003")).hasMessageContaining("or a header beside the file");
    }

    @Test
    void findsOffsetsClippingFlatLeadsAndGaps() {
        Map<Lead, float[]> leads = new EnumMap<>(Lead.class);
        for (Lead lead : Lead.twelve()) {
            float[] values = new float[2000];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.sin(2 * Math.PI * i / 200 + lead.ordinal());
            }
            leads.put(lead, values);
        }
        assertThat(recording(leads).findings(Lead.twelve())).isEmpty();

        for (int i = 0; i < 2000; i++) {
            lead(leads, Lead.II)[i] += 32.74f;
        }
        lead(leads, Lead.V1)[3] = 32.767f;
        lead(leads, Lead.V1)[700] = -40;
        for (int i = 100; i < 850; i++) {
            lead(leads, Lead.V4)[i] = 0.5f;
        }
        lead(leads, Lead.V6)[9] = Float.NaN;

        assertThat(recording(leads).findings(Lead.twelve()))
                .extracting(Finding::toString)
                .containsExactly(
                        "II offset by 32.74 mV",
                        "II clipped in " + clipped(lead(leads, Lead.II)) + " samples",
                        "V1 clipped in 2 samples",
                        "V4 flat for 1.5 s",
                        "V6 missing in 1 samples");
    }

    private static long clipped(float[] values) {
        long count = 0;
        for (float value : values) {
            count += value >= 32.767f ? 1 : 0;
        }
        return count;
    }

    @Test
    void aRecordingHasTwelveLeadsOfOneLength() {
        assertThatThrownBy(() -> recording(Map.of(Lead.I, new float[3]))).hasMessageContaining("twelve leads");
    }

    private static float[] lead(Map<Lead, float[]> leads, Lead lead) {
        return leads.get(lead);
    }

    private static Recording recording(Map<Lead, float[]> leads) {
        return Recording.of(500, leads, Map.of(), List.of());
    }

    private Recording read(String name) {
        return new RecordingFile("test/" + name, folder, name, List.of(Diagnosis.AF), Map.of()).read();
    }
}
