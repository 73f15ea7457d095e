package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return MergeCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path report(String module, String process, boolean cancelled) throws IOException {
        ReportData example = Example.beats().report(process, "2026-11-26T12:00:00Z", cancelled);
        ReportFolder files = ReportFolder.in(folder.resolve(module));
        files.write(ReportData.of(
                "1",
                example.processes().get(0),
                "",
                example.tests().stream()
                        .map(test -> new TestData(
                                module, test.className(), test.method(), test.displayName(), process, test.levels()))
                        .toList()));
        return files.results();
    }

    @Test
    void severalModulesBecomeOnePage() throws IOException {
        Path one = report("one", "1", false);
        Path two = report("two", "2", true);
        Path page = folder.resolve("all.html");
        assertThat(run("--out", page.toString(), one.toString(), two.toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(page.toString());
        assertThat(Files.readString(page)).contains("module one", "module two", "<b>4</b> passed", "<b>Cancelled.</b>");
        assertThat(ReportFolder.read(folder.resolve("all.json")).tests()).hasSize(4);
    }

    @Test
    void aFileThatIsNoReportIsNamedAndNothingIsWritten() throws IOException {
        Path one = report("one", "1", false);
        Path other = Files.writeString(folder.resolve("package.json"), "{}");
        Path page = folder.resolve("all.html");
        assertThat(run("--out", page.toString(), one.toString(), other.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(other + ": its field \"format\" is missing");
        assertThat(page).doesNotExist();
    }

    @Test
    void aWrongCallIsToldTheRightOne() {
        assertThat(run("--out", "page.html")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ");
    }
}
