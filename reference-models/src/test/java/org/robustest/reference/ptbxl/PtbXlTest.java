package org.robustest.reference.ptbxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.cpsc2018.Cpsc2018;
import org.robustest.reference.data.CsvTable;
import org.robustest.reference.data.DamagedFileException;
import org.robustest.reference.data.MissingDataException;
import org.robustest.reference.data.RealData;
import org.robustest.reference.twelvelead.Diagnosis;
import org.robustest.reference.twelvelead.Preprocessing;
import org.robustest.reference.twelvelead.RecordingFile;
import org.robustest.reference.twelvelead.RecordingFiles;
import org.robustest.reference.twelvelead.RecordingReport;
import org.robustest.reference.twelvelead.Recordings;
import org.robustest.samples.Samples;

class PtbXlTest {

    @Test
    void theRecordsHaveTheDiagnosesOfTheirTable() {
        PtbXl ptbXl = PtbXl.open(RealData.ptbxl());
        List<CsvTable.Row> rows =
                CsvTable.read(RealData.ptbxl().resolve("labels.csv")).rows();

        assertThat(ptbXl.recordings().size()).isEqualTo(rows.size()).isEqualTo(533);
        assertThat(ptbXl.recordings().singleLabel().size()).isEqualTo(425);
        assertThat(ptbXl.withoutLabel()).isEmpty();
        for (RecordingFile file : ptbXl.recordings()) {
            assertThat(file.tags().get("patient")).matches("ptbxl/[0-9]+");
        }
    }

    @Test
    void scpCodesLeadToTheSameDiagnosesAsTheTable() {
        for (CsvTable.Row row :
                CsvTable.read(RealData.ptbxl().resolve("labels.csv")).rows()) {
            assertThat(ScpStatements.of(row.get("scp_codes")).diagnoses())
                    .extracting(Diagnosis::toString)
                    .as(row.get("record"))
                    .containsExactlyInAnyOrder(row.get("cpsc_classes").split("[^-A-Za-z]+"));
        }
    }

    @Test
    void everyRecordIsReadWithoutARemarkOnItsLabels() {
        assertThat(PtbXl.open(RealData.ptbxl()).recordings().inspect())
                .hasSize(533)
                .allSatisfy(report -> {
                    assertThat(report.seconds()).isEqualTo(10);
                    assertThat(report.remarks()).isEmpty();
                })
                .extracting(RecordingReport::isClean)
                .containsOnly(true);
    }

    @Test
    void readsTheDatabaseAsItIsPublished(@TempDir Path folder) throws IOException {
        Path records = Files.createDirectories(folder.resolve("records500/00000"));
        RecordingFiles.writeDat(records, "00001_hr", RecordingFiles.units(5000));
        RecordingFiles.writeDat(records, "00002_hr", RecordingFiles.units(5000));
        RecordingFiles.writeDat(records, "00003_hr", RecordingFiles.units(5000));
        Files.writeString(
                folder.resolve("ptbxl_database.csv"),
                "ecg_id,patient_id,age,scp_codes\n"
                        + "1,15709.0,56.0,\"{'NORM': 100.0, 'LVOLT': 0.0, 'SR': 0.0}\"\n"
                        + "2,13243.0,19.0,\"{'NORM': 100.0, 'SR': 0.0}\"\n"
                        + "3,13243.0,19.0,\"{'PVC': 100.0, 'STD_': 0.0}\"\n");

        PtbXl ptbXl = PtbXl.open(folder);
        Samples samples = ptbXl.recordings().samples(Preprocessing.compact());

        assertThat(ptbXl.withoutLabel()).containsExactly("00001_hr");
        assertThat(samples.size()).isEqualTo(2);
        assertThat(samples.get(0).id()).isEqualTo("ptbxl/HR00002");
        assertThat(samples.get(0).tags()).containsEntry("patient", "ptbxl/13243");
        assertThat(samples.get(1).tags()).containsEntry("diagnoses", "PVC|STD");
    }

    @Test
    void refusesATableWithTwoRowsOfOneRecord(@TempDir Path folder) throws IOException {
        RecordingFiles.writeDat(folder, "00001_hr", RecordingFiles.units(10));
        Files.writeString(
                folder.resolve("ptbxl_database.csv"),
                "ecg_id,patient_id,scp_codes\n1,15709.0,{'PVC': 100.0}\n00001,13243.0,{'AFIB': 0.0}\n");

        assertThatThrownBy(() -> PtbXl.open(folder))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("line 3: expected each ecg_id once, but found another row of 00001");
    }

    @Test
    void standsBesideCpsc2018AsMoreToTrainOn() {
        Recordings both = Cpsc2018.open(RealData.cpsc2018())
                .recordings()
                .singleLabel()
                .and(PtbXl.open(RealData.ptbxl()).recordings().singleLabel());

        assertThat(both.size()).isEqualTo(244 + 425);
    }

    @Test
    void saysWhatToDoWhenThereIsNoData(@TempDir Path empty) {
        assertThatThrownBy(() -> PtbXl.open(empty))
                .isInstanceOf(MissingDataException.class)
                .hasMessageContaining("-Drobustest.data=DIR");
    }
}
