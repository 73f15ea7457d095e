package org.robustest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.samples.Sample;

/** Counts verdicts by class and by tag, in one pass for each. */
final class Grouping {

    private static final int MOST_VALUES = 50;
    private static final int MOST_TAGS = 12;
    private static final Comparator<Group> LEAST_ROBUST_FIRST = Comparator.comparingDouble(
                    (Group group) -> group.tally().robustAccuracy())
            .thenComparing(Group::name);

    private final List<Verdict> verdicts;

    Grouping(List<Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    List<Group> byClass(RobustnessResult result) {
        Map<Integer, List<Verdict>> parts = parts(sample -> Stream.of(sample.label()));
        return parts.entrySet().stream()
                .map(part -> new Group(result.samples().classNames().get(part.getKey()), Tally.of(part.getValue())))
                .toList();
    }

    List<TagGroups> byTag() {
        return parts(sample -> sample.tags().keySet().stream()).entrySet().stream()
                .limit(MOST_TAGS)
                .map(part -> new Grouping(part.getValue()).ofTag(part.getKey()))
                .toList();
    }

    private TagGroups ofTag(String tag) {
        List<Group> all = parts(sample -> Stream.of(sample.tags().getOrDefault(tag, ""))).entrySet().stream()
                .map(part -> new Group(part.getKey(), Tally.of(part.getValue())))
                .toList();
        if (all.size() <= MOST_VALUES) {
            return new TagGroups(tag, all, 0);
        }
        List<Group> worst =
                all.stream().sorted(LEAST_ROBUST_FIRST).limit(MOST_VALUES).toList();
        return new TagGroups(tag, worst, all.size() - MOST_VALUES);
    }

    private <K extends Comparable<K>> Map<K, List<Verdict>> parts(Function<Sample, Stream<K>> keys) {
        Map<K, List<Verdict>> parts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            keys.apply(verdict.sample())
                    .forEach(key ->
                            parts.computeIfAbsent(key, any -> new ArrayList<>()).add(verdict));
        }
        return parts;
    }
}
