package org.robustest.engine.internal;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;
import org.robustest.report.RunReport;

/** What the tests of one class share while they run. */
final class ClassRun {

    private final Subject subject;
    private final Settings settings;
    private final Map<TestMethod, TestRun> testRuns = new ConcurrentHashMap<>();
    private final BaselineRun baseline;
    private final OutcomeTable table;
    private final RunReport report;

    ClassRun(Class<?> testClass, Settings settings, SharedProviders providers, String version, RunReport report) {
        this.subject =
                new Subject(providers.once(Provider.ofModel(testClass)), providers.once(Provider.ofInputs(testClass)));
        this.settings = settings;
        this.baseline = new BaselineRun(testClass, subject, settings, version);
        this.table = new OutcomeTable(testClass.getSimpleName());
        this.report = report;
    }

    /** Loads model and samples, so that what goes wrong there is one failure of the class and not one of each test. */
    void load() {
        try {
            subject.model();
            subject.samples();
        } catch (TestAbortedException e) {
            // Each test says so itself: Surefire does not report that a class was aborted.
            return;
        }
    }

    TestRun testRun(TestMethod test) {
        return testRuns.computeIfAbsent(test, key -> new TestRun(key, subject, settings));
    }

    Settings settings() {
        return settings;
    }

    BaselineRun baseline() {
        return baseline;
    }

    OutcomeTable table() {
        return table;
    }

    RunReport report() {
        return report;
    }

    /** Ends the class: writes what is to be kept of all of it, and says what became of its tests. */
    void finish(PrintStream out) {
        testRuns.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().signature()))
                .forEach(entry -> entry.getValue().notes().forEach(table::note));
        baseline.notes().forEach(table::note);
        if (settings.mode() == Mode.REPLAY) {
            table.note(
                    "mode replay: stored counterexamples alone; nothing was searched, proved or compared with a baseline");
        }
        try {
            baseline.finish();
        } finally {
            if (settings.verbosity() != Verbosity.QUIET || !table.hasOnlyPassed()) {
                table.print(out);
            }
        }
    }
}
