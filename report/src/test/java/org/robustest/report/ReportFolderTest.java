package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
                new ProcessData(whole.process(), whole.started(), "2026-11-26T12:01:00Z", false),
                "",
                List.of(new TestData(
                        failed.module(),
                        failed.className(),
                        failed.method(),
                        failed.displayName(),
                        whole.process(),
                        List.of(again)))));
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

    /** A process started by Maven that runs one class. */
    private static ReportData fork(String maven, String process, String className, int from, int to) {
        ProcessData own = new ProcessData(
                process,
                String.format(Locale.ROOT, "2026-11-26T12:%02d:00Z", from),
                String.format(Locale.ROOT, "2026-11-26T12:%02d:00Z", to),
                false);
        LevelData level = Example.beats().level(0.05, 0.55, 0.6, TestOutcome.PASSED, "");
        return ReportData.of(
                "0.1.0",
                own,
                maven,
                List.of(new TestData("beats", className, "stays", "stays()", process, List.of(level))));
    }

    private List<String> classes(ReportFolder files) throws IOException {
        return ReportFolder.read(files.results()).tests().stream()
                .map(test -> test.className() + " in " + test.process())
                .toList();
    }

    @Test
    void theProcessesOfOneBuildFillOneReportAndAreOneRunOfTheHistory() throws IOException {
        ReportFolder files = ReportFolder.in(folder);
        files.write(fork("Maven", "1", "A", 0, 5));
        files.write(fork("Maven", "2", "B", 0, 7));
        files.write(fork("Maven", "3", "C", 6, 9));
        assertThat(classes(files)).containsExactly("A in 1", "B in 2", "C in 3");
        ReportData report = ReportFolder.read(files.results());
        assertThat(report.started()).isEqualTo("2026-11-26T12:00:00Z");
        assertThat(report.ended()).isEqualTo("2026-11-26T12:09:00Z");
        assertThat(Files.readString(files.history())).containsOnlyOnce("\"ended\"");
    }

    @Test
    void theProcessesOfAnotherBuildReplaceTheReport() throws IOException {
        ReportFolder files = ReportFolder.in(folder);
        files.write(fork("Maven", "1", "A", 0, 5));
        files.write(fork("Maven again", "2", "B", 6, 7));
        assertThat(classes(files)).containsExactly("B in 2");
    }

    @Test
    void aTestThatRunsAnewUnderTheSameStarterBeginsANewRun() throws IOException {
        ReportFolder files = ReportFolder.in(folder);
        files.write(fork("a daemon", "1", "A", 0, 5));
        files.write(fork("a daemon", "2", "Deleted", 0, 5));
        files.write(fork("a daemon", "3", "New", 10, 12));
        files.write(fork("a daemon", "4", "A", 10, 13));
        files.write(fork("a daemon", "3", "New", 13, 14));
        assertThat(classes(files)).containsExactly("A in 4", "New in 3");
        assertThat(Files.readString(files.history())).contains("\"process\":\"1\"", "\"process\":\"4\"");
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
