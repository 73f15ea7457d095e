package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    @TempDir
    Path folder;

    @Test
    void testsThatTheSameProcessRunsAgainReplaceThemselvesAndNoOthers() throws IOException {
        ReportFolder files = ReportFolder.in(folder);
        ReportData whole = Example.beats().report();
        files.write(whole);
        TestData failed = whole.tests().get(0);
        LevelData again = Example.beats().level(0.05, 0.55, 0.6, TestOutcome.PASSED, "");
        files.write(ReportData.of(
                "0.1.0",
                whole.process(),
                whole.started(),
                "2026-11-26T12:01:00Z",
                false,
                List.of(new TestData(
                        failed.module(), failed.className(), failed.method(), failed.displayName(), List.of(again)))));
        ReportData after = ReportFolder.read(files.results());
        assertThat(after.tests()).hasSize(2);
        assertThat(after.tests().get(0).levels())
                .extracting(LevelData::outcome)
                .containsOnly(TestOutcome.PASSED)
                .hasSize(3);
    }

    @Test
    void aReportOfAnotherProcessIsReplacedAndStaysInTheHistory() throws IOException {
        ReportFolder files = ReportFolder.in(folder);
        files.write(Example.beats().report("process 1", "2026-11-26T12:00:00Z", false));
        files.write(Example.beats().report("process 2", "2026-11-27T12:00:00Z", true));
        assertThat(ReportFolder.read(files.results()).process()).isEqualTo("process 2");
        assertThat(Files.readString(files.history())).contains("process 1", "process 2");
        assertThat(Files.readString(files.page()))
                .contains("26 Nov 2026, 12:00 UTC</th>", "27 Nov 2026, 12:00 UTC (cancelled)</th>");
    }

    @Test
    void theHistoryKeepsTheLastFiftyRuns() {
        HistoryData history = HistoryData.NONE;
        for (int i = 0; i < 60; i++) {
            history = history.with(Example.beats().report("process " + i, "2026-11-26T12:00:00Z", false));
        }
        assertThat(history.runs())
                .hasSize(50)
                .extracting(HistoryData.Run::process)
                .startsWith("process 10")
                .endsWith("process 59");
    }

    @Test
    void aDamagedHistoryIsNamedOnThePageAndLeftAsItIs() throws IOException {
        ReportFolder files = ReportFolder.in(folder);
        Files.writeString(files.history(), "half of a fi");
        files.write(Example.beats().report());
        assertThat(files.history()).hasContent("half of a fi");
        assertThat(Files.readString(files.page()))
                .contains("The history was left as it is")
                .contains("report-history.json: it is no JSON");
    }

    @Test
    void aPageThatCannotBeWrittenLeavesTheOldOne() throws IOException {
        ReportFolder files = ReportFolder.in(folder);
        Files.createDirectories(files.page());
        Files.writeString(files.page().resolve("in the way"), "");
        assertThat(catchThrowable(() -> files.write(Example.beats().report()))).isInstanceOf(IOException.class);
        assertThat(files.page().resolve("in the way")).exists();
        try (var left = Files.list(folder)) {
            assertThat(left.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }
}
