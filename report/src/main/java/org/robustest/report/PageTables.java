package org.robustest.report;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the template puts into the page: everything but what is drawn. */
final class PageTables {

    private final ReportData report;
    private final HistoryData history;
    private final PageData data;
    private final Path results;

    PageTables(ReportData report, HistoryData history, PageData data, Path results) {
        this.report = report;
        this.history = history;
        this.data = data;
        this.results = results;
    }

    static String name(TestData test) {
        return test.className().substring(test.className().lastIndexOf('.') + 1) + "." + test.method();
    }

    Map<String, Object> content() {
        List<Map<String, Object>> tests = IntStream.range(0, report.tests().size())
                .mapToObj(index -> test(report.tests().get(index), index))
                .toList();
        return Map.ofEntries(
                entry("version", report.robustest()),
                entry("when", Text.time(report.ended())),
                entry("took", took()),
                entry("cancelled", report.cancelled()),
                entry("results", String.valueOf(results.getFileName())),
                entry("tallies", tallies()),
                entry("tests", tests),
                entry("noTests", tests.isEmpty()),
                entry("several", tests.size() > 1));
    }

    private String took() {
        try {
            Duration time = Duration.between(Instant.parse(report.started()), Instant.parse(report.ended()));
            return Text.seconds(time.toMillis() / 1000.0);
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private List<Map<String, Object>> tallies() {
        List<Map<String, Object>> tallies = new ArrayList<>();
        for (TestOutcome outcome : TestOutcome.values()) {
            long count = report.tests().stream()
                    .flatMap(test -> test.levels().stream())
                    .filter(level -> level.outcome() == outcome)
                    .count();
            if (count > 0 || outcome == TestOutcome.PASSED || outcome == TestOutcome.FAILED) {
                tallies.add(Map.of("outcome", outcome.word(), "sign", outcome.sign(), "count", count));
            }
        }
        return tallies;
    }

    private Map<String, Object> test(TestData test, int index) {
        List<Map<String, Object>> levels =
                test.levels().stream().map(level -> level(test, level)).toList();
        TestOutcome worst = test.levels().stream()
                .map(LevelData::outcome)
                .max(Comparator.comparing(PageTables::gravity))
                .orElse(TestOutcome.SKIPPED);
        boolean drawn = test.levels().stream()
                .anyMatch(level ->
                        level.result() != null && level.result().tally().samples() > 0);
        return Map.ofEntries(
                entry("index", index),
                entry("name", name(test)),
                entry("title", test.displayName()),
                entry("module", test.module()),
                entry("className", test.className()),
                entry("outcome", worst.word()),
                entry("sign", worst.sign()),
                entry("levels", levels),
                entry("span", levels.size()),
                entry("drawn", drawn),
                entry("groups", new GroupTables(test).all()),
                entry("diagnostics", DiagnosticTables.of(test)),
                entry("replay", Text.replay(test)),
                entry("inModule", Text.inModule(test)),
                entry("facts", facts(test)),
                entry("history", history(test)),
                entry("left", left(test)));
    }

    private static int gravity(TestOutcome outcome) {
        return switch (outcome) {
            case SKIPPED -> 0;
            case PASSED -> 1;
            case INCONCLUSIVE -> 2;
            case ERROR -> 3;
            case FAILED -> 4;
        };
    }

    private static Map<String, Object> level(TestData test, LevelData level) {
        Map<String, Object> row = new HashMap<>();
        row.put("epsilon", level.epsilon() == 0 ? "–" : Text.number(level.epsilon()));
        row.put("outcome", level.outcome().word());
        row.put("sign", level.outcome().sign());
        row.put("message", level.message());
        row.put("required", Text.required(level));
        row.put("time", Text.seconds(level.seconds()));
        row.put("test", name(test));
        row.put("counterexample", level.counterexampleFile());
        ResultData result = level.result();
        Tally tally = result == null ? Tally.NONE : result.tally();
        row.put("robust", Text.share(tally.robustAccuracy()));
        row.put(
                "interval",
                result == null || tally.samples() == 0
                        ? ""
                        : Text.interval(result.robustLower(), result.robustUpper()));
        row.put("certified", Text.share(result == null ? Double.NaN : result.certifiedAccuracy(tally)));
        row.put("clean", Text.share(tally.cleanAccuracy()));
        row.put("samples", tally.samples());
        row.put("broken", tally.broken());
        row.put("misclassified", tally.misclassified());
        row.put("undecided", tally.failed() + tally.open());
        return row;
    }

    private static List<Map<String, Object>> facts(TestData test) {
        for (LevelData level : test.levels()) {
            ResultData result = level.result();
            if (result != null) {
                return List.of(
                        Map.of("term", "Attack", "value", result.attack()),
                        Map.of("term", "Certificates", "value", result.certifier()),
                        Map.of("term", "Perturbations", "value", result.set()),
                        Map.of("term", "Seed", "value", Long.toString(result.seed())));
            }
        }
        return List.of();
    }

    /** Returns the last runs, newest first. */
    private List<Map<String, Object>> history(TestData test) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = history.runs().size() - 1; i >= 0 && rows.size() < 12; i--) {
            HistoryData.Run run = history.runs().get(i);
            List<Map<String, Object>> cells = run.lines().stream()
                    .filter(line -> line.isOf(test))
                    .map(line -> Map.<String, Object>of(
                            "epsilon", Text.number(line.epsilon()),
                            "outcome", line.outcome().word(),
                            "sign", line.outcome().sign(),
                            "robust", line.robust() == null ? "–" : Text.share(line.robust())))
                    .toList();
            if (!cells.isEmpty()) {
                rows.add(Map.of("when", Text.time(run.ended()), "cells", cells, "cancelled", run.cancelled()));
            }
        }
        return rows.size() < 2 ? List.of() : rows;
    }

    private List<Map<String, Object>> left(TestData test) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LevelData level : test.levels()) {
            ResultData result = level.result();
            if (result != null && result.tally().samples() > data.kept(test, level)) {
                rows.add(Map.of(
                        "epsilon",
                        Text.number(level.epsilon()),
                        "kept",
                        data.kept(test, level),
                        "samples",
                        result.tally().samples()));
            }
        }
        return rows;
    }
}
