package org.robustest.report;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report file holds. Times are those of ISO 8601, in UTC. A run is that of one process, which it is named by, or of
 * several that one process has started, such as Maven; then it is named by the first of them.
 */
record ReportData(
        String format,
        int version,
        String robustest,
        String process,
        String startedBy,
        String started,
        String ended,
        boolean cancelled,
        List<ProcessData> processes,
        List<TestData> tests) {

    static final String FORMAT = "robustest-report";
    static final int VERSION = 1;

    ReportData {
        processes = List.copyOf(processes);
        tests = tests.stream().sorted(TestData.ORDER).toList();
    }

    /** Returns the report of one process. */
    static ReportData of(String robustest, ProcessData process, String startedBy, List<TestData> tests) {
        return of(robustest, process.id(), startedBy, List.of(process), tests);
    }

    private static ReportData of(
            String robustest, String run, String startedBy, List<ProcessData> processes, List<TestData> tests) {
        return new ReportData(
                FORMAT,
                VERSION,
                robustest,
                run,
                startedBy,
                processes.stream()
                        .map(ProcessData::started)
                        .reduce(ProcessData::earlier)
                        .orElse(""),
                processes.stream()
                        .map(ProcessData::ended)
                        .reduce(ProcessData::later)
                        .orElse(""),
                processes.stream().anyMatch(ProcessData::cancelled),
                processes,
                tests);
    }

    /** Returns this report under another name. */
    ReportData named(String run) {
        return of(robustest, run, startedBy, processes, tests);
    }

    /** Returns the tests of both; where one is in both, what it says of a noise level counts that the later report says. */
    ReportData with(ReportData later) {
        List<TestData> all = new ArrayList<>(tests);
        for (TestData test : later.tests) {
            TestData merged = test;
            for (TestData old : tests) {
                if (old.isSameAs(test)) {
                    merged = old.with(test);
                }
            }
            all.removeIf(old -> old.isSameAs(test));
            all.add(merged);
        }
        return of(later.robustest, process, startedBy, processesWith(later), all);
    }

    private List<ProcessData> processesWith(ReportData later) {
        List<ProcessData> all = new ArrayList<>(processes);
        for (ProcessData each : later.processes) {
            Optional<ProcessData> known =
                    all.stream().filter(other -> other.id().equals(each.id())).findFirst();
            known.ifPresent(all::remove);
            all.add(known.map(other -> other.with(each)).orElse(each));
        }
        return all;
    }

    /** Tells whether a report is of the same process as this one, or of one that the same process has started. */
    boolean hasSameStarterAs(ReportData other) {
        return process.equals(other.process)
                || (!startedBy.isEmpty() && startedBy.equals(other.startedBy))
                || processes.stream().anyMatch(each -> each.id().equals(other.process));
    }

    /**
     * Returns this report with what another process has to add. If that has run a test anew that an earlier process had run, a
     * new run has begun, and what had ended before is no part of it.
     *
     * @param own the report of one process
     */
    ReportData continuedBy(ReportData own) {
        boolean isNewRun = tests.stream()
                .filter(test -> !test.process().equals(own.process))
                .anyMatch(old -> own.tests.stream().anyMatch(old::overlaps));
        if (!isNewRun) {
            return with(own);
        }
        ProcessData ownProcess = own.processes.get(0);
        List<ProcessData> current = processes.stream()
                .filter(each -> !each.endedBefore(ownProcess) || each.id().equals(ownProcess.id()))
                .toList();
        Set<String> ids = current.stream().map(ProcessData::id).collect(toSet());
        List<TestData> kept =
                tests.stream().filter(test -> ids.contains(test.process())).toList();
        return of(robustest, own.process, startedBy, current, kept).with(own);
    }
}
