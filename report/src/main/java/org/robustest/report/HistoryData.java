package org.robustest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The numbers of earlier runs, oldest first. */
record HistoryData(String format, int version, List<Run> runs) {

    static final String FORMAT = "robustest-history";
    static final int VERSION = 1;
    static final int MOST_RUNS = 50;
    static final HistoryData NONE = new HistoryData(FORMAT, VERSION, List.of());

    HistoryData {
        runs = List.copyOf(runs);
    }

    /** Returns this history with a run at its end, in place of what the same process said before, and without the oldest. */
    HistoryData with(ReportData report) {
        List<Run> all = new ArrayList<>(runs);
        all.removeIf(run -> run.process().equals(report.process()));
        all.add(Run.of(report));
        return new HistoryData(FORMAT, VERSION, all.subList(Math.max(0, all.size() - MOST_RUNS), all.size()));
    }

    /** One run. */
    record Run(String process, String ended, boolean cancelled, List<Line> lines) {

        Run {
            lines = List.copyOf(lines);
        }

        static Run of(ReportData report) {
            List<Line> lines = new ArrayList<>();
            for (TestData test : report.tests()) {
                for (LevelData level : test.levels()) {
                    lines.add(Line.of(test, level));
                }
            }
            return new Run(report.process(), report.ended(), report.cancelled(), lines);
        }
    }

    /** One test at one noise level in one run; the accuracies are missing where there was no result. */
    record Line(
            String module,
            String className,
            String method,
            double epsilon,
            TestOutcome outcome,
            @Nullable Double robust,
            @Nullable Double certified) {

        static Line of(TestData test, LevelData level) {
            return new Line(
                    test.module(),
                    test.className(),
                    test.method(),
                    level.epsilon(),
                    level.outcome(),
                    accuracy(level, result -> result.tally().robustAccuracy()),
                    accuracy(level, result -> result.certifiedAccuracy(result.tally())));
        }

        private static @Nullable Double accuracy(LevelData level, ToDoubleFunction<ResultData> kind) {
            ResultData result = level.result();
            double accuracy = result == null ? Double.NaN : kind.applyAsDouble(result);
            return Double.isNaN(accuracy) ? null : (Double) accuracy;
        }

        boolean isOf(TestData test) {
            return module.equals(test.module()) && className.equals(test.className()) && method.equals(test.method());
        }
    }
}
