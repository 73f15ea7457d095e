package org.robustest.reference.cpsc2018;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.data.CsvTable;
import org.robustest.reference.data.DamagedFileException;
import org.robustest.reference.data.MissingDataException;
import org.robustest.reference.data.RealData;
import org.robustest.reference.mat.MatFiles;
import org.robustest.reference.twelvelead.Diagnosis;
import org.robustest.reference.twelvelead.Preprocessing;
import org.robustest.reference.twelvelead.RecordingFile;
import org.robustest.reference.twelvelead.RecordingFiles;
import org.robustest.reference.twelvelead.RecordingReport;
import org.robustest.reference.twelvelead.RecordingSplit;
import org.robustest.reference.twelvelead.Recordings;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class Cpsc2018Test {

    @TempDir
    private Path folder;

    @Test
    void theRecordsHaveTheClassCountsOfTheirTable() {
        Recordings recordings = Cpsc2018.open(RealData.cpsc2018()).recordings();
        List<CsvTable.Row> rows =
                CsvTable.read(RealData.cpsc2018().resolve("labels.csv")).rows();

        assertThat(recordings.size()).isEqualTo(rows.size()).isEqualTo(260);
        assertThat(recordings.countsByFirstDiagnosis()).containsExactly(37, 38, 23, 10, 61, 23, 26, 29, 13);
        assertThat(recordings.singleLabel().size()).isEqualTo(244);
        assertThat(StreamSupport.stream(recordings.spliterator(), false)
                        .map(file -> file.name() + " " + file.firstDiagnosis() + " "
                                + file.diagnoses().size()))
                .isEqualTo(rows.stream().map(Cpsc2018Test::firstAndCount).toList());
    }

    private static String firstAndCount(CsvTable.Row row) {
        Diagnosis first =
                Diagnosis.ofNumber(Integer.parseInt(row.get("first_label"))).orElseThrow();
        long count = List.of("first_label", "second_label", "third_label").stream()
                .filter(column -> !row.get(column).isEmpty())
                .count();
        return row.get("record") + " " + first + " " + count;
    }

    @Test
    void everyRecordIsReadAndReportedOn() {
        List<RecordingReport> reports =
                Cpsc2018.open(RealData.cpsc2018()).recordings().inspect();
        List<CsvTable.Row> rows =
                CsvTable.read(RealData.cpsc2018().resolve("labels.csv")).rows();

        assertThat(reports)
                .extracting(RecordingReport::seconds)
                .isEqualTo(rows.stream()
                        .map(row -> Integer.parseInt(row.get("samples")) / 500.0)
                        .toList());
        assertThat(reports)
                .filteredOn(report -> !report.isClean())
                .extracting(RecordingReport::toString)
                .containsExactly(
                        "cpsc2018/A0115, 29.7 s: V1 flat for 6.7 s",
                        "cpsc2018/A1388, 18.0 s: V1 clipped in 7 samples",
                        "cpsc2018/A1392, 10.0 s: V4 flat for 2.7 s",
                        "cpsc2018/A1988, 54.3 s: V6 flat for 4.9 s");
    }

    @Test
    void samplesLieWithinTheirRangeAndKeepTheirRecord() {
        Samples samples = Cpsc2018.open(RealData.cpsc2018()).recordings().samples(Preprocessing.compact());

        assertThat(samples.size()).isEqualTo(260);
        assertThat(samples.shape()).isEqualTo(Shape.of(8, 2_048));
        assertThat(samples.get(0).id()).isEqualTo("cpsc2018/A0002");
        assertThat(samples.get(0).tags())
                .containsEntry("record", "A0002")
                .containsEntry("diagnoses", "Normal")
                .containsEntry("age", "49")
                .containsEntry("sex", "Female");
        for (Sample sample : samples) {
            for (float value : sample.input()) {
                if (!samples.range().contains(value)) {
                    throw new AssertionError(sample + " has the value " + value);
                }
            }
        }
        assertThat(samples.where(sample -> sample.tags().containsKey("findings"))
                        .size())
                .isEqualTo(4);
    }

    @Test
    void fiveFoldsOfTheRecordsAtHandAreStratified() {
        List<RecordingSplit> folds =
                Cpsc2018.open(RealData.cpsc2018()).recordings().folds(5, 1);

        assertThat(folds).allSatisfy(fold -> {
            assertThat(fold.test().size()).isEqualTo(52);
            assertThat(fold.test().countsByFirstDiagnosis()[Diagnosis.LBBB.ordinal()])
                    .isEqualTo(2);
        });
    }

    @Test
    void thePapersSplitAsksForTheWholeDataSet() {
        Cpsc2018 part = Cpsc2018.open(RealData.cpsc2018());

        assertThatThrownBy(() -> part.paperSplit(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asked for 50 recordings of each class for test and 5 for validation")
                .hasMessageContaining("use stratifiedSplit or folds");
    }

    @Test
    void thePapersSplitTakesFiftyOfEachClassAndNoRecordOfSeveralLabels() throws IOException {
        List<String> table = new ArrayList<>(List.of("Recording,First_label,Second_label,Third_label"));
        for (int i = 1; i <= 9 * 60; i++) {
            String record = "A" + (1000 + i);
            String second = i > 9 * 58 ? String.valueOf(1 + (i + 1) % 9) : "";
            table.add(record + ',' + (1 + i % 9) + ',' + second + ',');
            Files.createFile(folder.resolve(record + ".mat"));
        }
        Files.write(folder.resolve("REFERENCE.csv"), table);

        RecordingSplit split = Cpsc2018.open(folder).paperSplit(1);

        assertThat(split.test().countsByFirstDiagnosis()).containsOnly(50);
        assertThat(split.validation().countsByFirstDiagnosis()).containsOnly(5);
        assertThat(split.train().countsByFirstDiagnosis()).containsOnly(3);
    }

    @Test
    void readsTheFirstFormInFoldersAsItIsUnpacked() throws IOException {
        for (String part : List.of("TrainingSet1", "TrainingSet2")) {
            Files.createDirectory(folder.resolve(part));
        }
        double[][] data = RecordingFiles.millivolts(RecordingFiles.units(3000));
        MatFiles.writeStructure(folder.resolve("TrainingSet1/A0001.mat"), data, "Male", 74, true);
        MatFiles.writeStructure(folder.resolve("TrainingSet2/A6877.mat"), data, "Female", 21, true);
        Files.writeString(
                folder.resolve("TrainingSet1/REFERENCE.csv"),
                "Recording,First_label,Second_label,Third_label\nA0001,5,,\nA6877,9,1,2\n");

        Recordings recordings = Cpsc2018.open(folder).recordings();
        Samples samples = recordings.samples(Preprocessing.compact());

        assertThat(samples.get(1).id()).isEqualTo("cpsc2018/A6877");
        assertThat(samples.get(1).label()).isEqualTo(Diagnosis.STE.ordinal());
        assertThat(samples.get(1).tags())
                .containsEntry("diagnoses", "STE|Normal|AF")
                .containsEntry("age", "21");
    }

    @Test
    void readsLabelsFromHeadersWhereThereIsNoTable() {
        RecordingFiles.writeChallenge(folder, "A0001", RecordingFiles.units(50), "59118001");
        RecordingFiles.writeChallenge(folder, "A0002", RecordingFiles.units(50), "164884008,429622005");

        Recordings recordings = Cpsc2018.open(folder).recordings();

        assertThat(StreamSupport.stream(recordings.spliterator(), false)
                        .map(RecordingFile::diagnoses)
                        .collect(Collectors.toList()))
                .containsExactly(List.of(Diagnosis.RBBB), List.of(Diagnosis.PVC, Diagnosis.STD));
    }

    @Test
    void readsHeadersAsTheChallengeOf2021WritesThem() throws IOException {
        RecordingFiles.writeChallenge(folder, "A0001", RecordingFiles.units(50), "59118001,164931005");
        Path header = folder.resolve("A0001.hea");
        Files.writeString(
                header,
                Files.readString(header)
                        .replace(" 16+24 1000/mV ", " 16x1+24 1000.0(0)/mV ")
                        .replace("#", "# "));

        Samples samples = Cpsc2018.open(folder).recordings().samples(Preprocessing.compact());

        assertThat(samples.get(0).tags()).containsEntry("diagnoses", "RBBB|STE").containsEntry("sex", "Female");
    }

    /** As that of A0953 in the published table. */
    @Test
    void aLabelThatIsGivenTwiceIsOneLabel() throws IOException {
        RecordingFiles.writeChallenge(folder, "A0953", RecordingFiles.units(5), "PAC");
        Files.writeString(
                folder.resolve("REFERENCE.csv"), "Recording,First_label,Second_label,Third_label\nA0953,6,6,\n");

        assertThat(Cpsc2018.open(folder).recordings().singleLabel())
                .singleElement()
                .extracting(RecordingFile::diagnoses)
                .isEqualTo(List.of(Diagnosis.PAC));
    }

    @Test
    void saysWhereALabelIsMissingOrWrong() throws IOException {
        Files.createFile(folder.resolve("A0001.mat"));
        assertThatThrownBy(() -> Cpsc2018.open(folder))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("A0001.mat: expected its label in REFERENCE.csv or in a header beside it");

        RecordingFiles.writeChallenge(folder, "A0001", RecordingFiles.units(5), "38341003");
        assertThatThrownBy(() -> Cpsc2018.open(folder)).hasMessageContaining("but found [38341003]");

        Files.writeString(
                folder.resolve("REFERENCE.csv"), "Recording,First_label,Second_label,Third_label\nA0001,10,,\n");
        assertThatThrownBy(() -> Cpsc2018.open(folder))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("REFERENCE.csv, line 2: expected a label from 1 to 9, but found \"10\"");

        Files.writeString(
                folder.resolve("REFERENCE.csv"),
                "Recording,First_label,Second_label,Third_label\nA0001,5,,\nA0001,1,,\n");
        assertThatThrownBy(() -> Cpsc2018.open(folder))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("line 3: expected each recording once, but found another row of A0001");
    }

    @Test
    void saysWhatToDoWhenThereIsNoData() {
        assertThatThrownBy(() -> Cpsc2018.open(folder))
                .isInstanceOf(MissingDataException.class)
                .hasMessageContaining("-Drobustest.data=DIR");
    }
}
