package org.robustest.report;

import java.util.ArrayList;
import java.util.List;

/** What a report file holds. Times are those of ISO 8601, in UTC. */
record ReportData(
        String format,
        int version,
        String robustest,
        String process,
        String started,
        String ended,
        boolean cancelled,
        List<TestData> tests) {

    static final String FORMAT = "robustest-report";
    static final int VERSION = 1;

    ReportData {
        tests = tests.stream().sorted(TestData.ORDER).toList();
    }

    static ReportData of(
            String robustest, String process, String started, String ended, boolean cancelled, List<TestData> tests) {
        return new ReportData(FORMAT, VERSION, robustest, process, started, ended, cancelled, tests);
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
        String first = started.compareTo(later.started) <= 0 ? started : later.started;
        String last = ended.compareTo(later.ended) >= 0 ? ended : later.ended;
        return of(later.robustest, later.process, first, last, cancelled || later.cancelled, all);
    }
}
