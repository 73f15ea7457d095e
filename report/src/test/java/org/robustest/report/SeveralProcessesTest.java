package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write into one folder at the same time, as those of Surefire do. */
class SeveralProcessesTest {

    private static final int PROCESSES = 4;
    private static final int CLASSES = 8;

    @TempDir
    Path folder;

    /** Runs the tests of several classes, each of which ends with the report. */
    static final class Fork {

        private Fork() {}

        public static void main(String[] arguments) throws IOException {
            ReportFolder files = ReportFolder.in(Path.of(arguments[0]));
            for (int i = 0; i < CLASSES; i++) {
                RunReport run = RunReport.begin("0.1.0");
                run.add(new FinishedTest(
                        className(Integer.parseInt(arguments[1]), i),
                        "stays",
                        "stays()",
                        0.1,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        TestOutcome.PASSED,
                        "",
                        Duration.ofMillis(1),
                        Optional.empty(),
                        Optional.empty()));
                run.write(files, false);
            }
        }
    }

    private static String className(int process, int number) {
        return "com.example.Fork" + process + "Class" + number + "Test";
    }

    @Test
    void nothingOfThemIsLostInTheOneReport() throws IOException, InterruptedException {
        List<Process> forks = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            forks.add(start(i));
        }
        for (Process fork : forks) {
            assertThat(fork.waitFor()).isZero();
        }
        ReportFolder files = ReportFolder.in(folder);
        ReportData report = ReportFolder.read(files.results());
        assertThat(report.tests())
                .extracting(TestData::className)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PROCESSES * CLASSES)
                        .mapToObj(i -> className(i / CLASSES, i % CLASSES))
                        .toList());
        assertThat(report.processes()).hasSize(PROCESSES);
        assertThat(Files.readString(files.page()))
                .contains("<b>" + PROCESSES * CLASSES + "</b> passed")
                .endsWith("</html>");
    }

    private Process start(int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fork.class.getName(),
                        folder.toString(),
                        Integer.toString(number))
                .inheritIO()
                .start();
    }
}
