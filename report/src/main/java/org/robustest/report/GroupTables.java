package org.robustest.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a test by class and by tag: a row for each group, two columns for each noise level. */
final class GroupTables {

    private final List<LevelData> levels;

    GroupTables(TestData test) {
        this.levels =
                test.levels().stream().filter(level -> level.result() != null).toList();
    }

    List<Map<String, Object>> all() {
        List<Map<String, Object>> tables = new ArrayList<>();
        add(tables, "By class", "class", ResultData::classes, 0);
        Map<String, Integer> tags = new LinkedHashMap<>();
        results().forEach(result -> result.tags().forEach(tag -> tags.merge(tag.tag(), tag.leftOut(), Math::max)));
        tags.forEach((tag, leftOut) -> add(tables, "By " + tag, tag, result -> ofTag(result, tag), leftOut));
        return tables;
    }

    private List<ResultData> results() {
        List<ResultData> results = new ArrayList<>();
        for (LevelData level : levels) {
            ResultData result = level.result();
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private static List<Group> ofTag(ResultData result, String tag) {
        return result.tags().stream()
                .filter(groups -> groups.tag().equals(tag))
                .flatMap(groups -> groups.values().stream())
                .toList();
    }

    private void add(
            List<Map<String, Object>> tables,
            String caption,
            String head,
            Function<ResultData, List<Group>> groups,
            int leftOut) {
        Map<String, Tally> names = new LinkedHashMap<>();
        results().forEach(result -> groups.apply(result).forEach(group -> names.put(group.name(), group.tally())));
        if (names.isEmpty()) {
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        names.forEach((name, tally) -> rows.add(Map.of(
                "name",
                name,
                "samples",
                tally.samples(),
                "clean",
                Text.share(tally.cleanAccuracy()),
                "cells",
                results().stream()
                        .map(result -> cell(result, find(groups.apply(result), name)))
                        .toList())));
        tables.add(Map.of(
                "caption",
                caption,
                "head",
                head,
                "epsilons",
                levels.stream().map(level -> Text.number(level.epsilon())).toList(),
                "rows",
                rows,
                "leftOut",
                leftOut == 0 ? "" : Integer.toString(leftOut)));
    }

    private static @Nullable Tally find(List<Group> groups, String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .map(Group::tally)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> cell(ResultData result, @Nullable Tally tally) {
        if (tally == null) {
            return Map.of("robust", "–", "certified", "–");
        }
        return Map.of(
                "robust", Text.share(tally.robustAccuracy()), "certified", Text.share(result.certifiedAccuracy(tally)));
    }
}
