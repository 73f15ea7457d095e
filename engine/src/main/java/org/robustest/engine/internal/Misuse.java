package org.robustest.engine.internal;

import java.util.List;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** Tells the user, while tests are discovered, what is written wrongly and how it is put right. */
final class Misuse {

    private final DiscoveryIssueReporter reporter;

    Misuse(DiscoveryIssueReporter reporter) {
        this.reporter = reporter;
    }

    /** Reports what keeps a test from meaning anything: it must not run. */
    void reportErrors(List<String> problems, TestSource source) {
        problems.forEach(problem -> report(Severity.ERROR, problem, source));
    }

    /** Reports what has no effect here, although it looks as if it had. */
    void reportWarnings(List<String> problems, TestSource source) {
        problems.forEach(problem -> report(Severity.WARNING, problem, source));
    }

    /** Reports parameters of the run that have no effect. */
    void reportParameters(List<String> problems) {
        problems.forEach(problem -> reporter.reportIssue(DiscoveryIssue.builder(Severity.WARNING, problem)));
    }

    /** Reports a class that could not be searched for tests. */
    void reportUnreadable(Class<?> type, LinkageError error) {
        reportWarnings(
                List.of("class " + type.getName()
                        + " cannot be searched for @RobustnessTest methods, because a class that"
                        + " it refers to is missing or broken: " + error + "; put it on the test class path"),
                ClassSource.from(type.getName()));
    }

    /** Keeps a test with errors from running, where reporting them at discovery did not stop the run. */
    static void requireNone(List<String> errors) {
        if (!errors.isEmpty()) {
            throw new JUnitException(String.join(System.lineSeparator(), errors));
        }
    }

    private void report(Severity severity, String problem, TestSource source) {
        reporter.reportIssue(DiscoveryIssue.builder(severity, problem).source(source));
    }
}
