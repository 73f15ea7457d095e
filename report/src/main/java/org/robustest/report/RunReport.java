package org.robustest.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what becomes of the tests of a run. Of each result the counts are kept, and the values of a bounded number of samples.
 *
 * <p>Safe for use by several threads.
 */
public final class RunReport {

    private final String version;
    private final String module = String.valueOf(Path.of("").toAbsolutePath().getFileName());
    private final Instant started = Instant.now();
    private final List<TestData> tests = new ArrayList<>();

    private RunReport(String version) {
        this.version = version;
    }

    /**
     * Begins the report of a run.
     *
     * @param version the version of Robustest
     * @return the report, of no tests yet
     */
    public static RunReport begin(String version) {
        return new RunReport(version);
    }

    /**
     * Adds a test at one noise level.
     *
     * @param test what became of it
     */
    public void add(FinishedTest test) {
        TestData data = new TestData(
                module,
                test.className(),
                test.method(),
                test.displayName(),
                OwnProcess.id(),
                List.of(LevelData.of(test)));
        synchronized (tests) {
            tests.add(data);
        }
    }

    /**
     * Tells whether a test has been added at a noise level.
     *
     * @param className the fully qualified name of the class of the test
     * @param method the name of its method
     * @param epsilon the noise level
     * @return {@code true} if it has
     */
    public boolean has(String className, String method, double epsilon) {
        synchronized (tests) {
            return tests.stream()
                    .anyMatch(test -> test.className().equals(className)
                            && test.method().equals(method)
                            && test.levels().get(0).epsilon() == epsilon);
        }
    }

    /**
     * Tells whether there is nothing to report.
     *
     * @return {@code true} if no test has been added
     */
    public boolean isEmpty() {
        synchronized (tests) {
            return tests.isEmpty();
        }
    }

    /**
     * Writes results, page and history.
     *
     * @param folder where to
     * @param cancelled whether the run was cancelled, which the page says
     * @throws IOException if a file cannot be written
     */
    public void write(ReportFolder folder, boolean cancelled) throws IOException {
        folder.write(data(cancelled));
    }

    ReportData data(boolean cancelled) {
        ProcessData process = new ProcessData(
                OwnProcess.id(), started.toString(), Instant.now().toString(), cancelled);
        String startedBy = OwnProcess.startedBy();
        ReportData all = ReportData.of(version, process, startedBy, List.of());
        synchronized (tests) {
            for (TestData test : tests) {
                all = all.with(ReportData.of(version, process, startedBy, List.of(test)));
            }
        }
        return all;
    }
}
