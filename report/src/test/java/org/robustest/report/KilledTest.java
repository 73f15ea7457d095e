package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves that is killed while it writes. */
class KilledTest {

    @TempDir
    Path folder;

    /** Writes one report over the other until it is killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            ReportFolder files = ReportFolder.in(Path.of(arguments[0]));
            while (true) {
                files.write(Example.beats().report("process 1", "2026-11-26T12:00:00Z", false));
                files.write(Example.of("A").report("process 2", "2026-11-27T12:00:00Z", true));
            }
        }
    }

    @Test
    void everyFileIsTheOldOneOrTheNewOne() throws IOException, InterruptedException {
        ReportFolder files = ReportFolder.in(folder);
        files.write(Example.beats().report());
        for (int kill = 0; kill < 5; kill++) {
            long before = Files.getLastModifiedTime(files.page()).toMillis();
            Process writer = start();
            waitForChange(files.page(), before);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200 + 37L * kill);
            while (System.nanoTime() < end) {
                // What is found now is what would be left if it was killed now.
                requireWhole(files);
            }
            writer.destroyForcibly().waitFor();
            requireWhole(files);
            files.write(Example.beats().report());
            assertThat(Files.readString(files.page())).doesNotContain("The history was left as it is");
        }
    }

    private static void requireWhole(ReportFolder files) throws IOException {
        assertThat(ReportFolder.read(files.results()).process()).isIn("process 1", "process 2");
        assertThat(Files.readString(files.page())).startsWith("<!doctype html>").endsWith("</html>");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void waitForChange(Path file, long before) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.getLastModifiedTime(file).toMillis() == before) {
            assertThat(System.nanoTime()).as("the writer writes").isLessThan(end);
            Thread.sleep(5);
        }
    }
}
