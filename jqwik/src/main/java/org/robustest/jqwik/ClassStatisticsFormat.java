package org.robustest.jqwik;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.statistics.StatisticsEntry;
import net.jqwik.api.statistics.StatisticsReportFormat;

/** Reports {@link ClassStatistics} in a line: the classes, and how perturbations were chosen. */
public final class ClassStatisticsFormat implements StatisticsReportFormat {

    /** Creates the format; called by jqwik. */
    public ClassStatisticsFormat() {}

    @Override
    public List<String> formatReport(List<StatisticsEntry> entries) {
        return List.of("class: " + counts(entries, 0) + "; chosen: " + counts(entries, 1));
    }

    private static String counts(List<StatisticsEntry> entries, int value) {
        Map<Object, Integer> counts = new LinkedHashMap<>();
        entries.forEach(entry -> counts.merge(entry.values().get(value), entry.count(), Integer::sum));
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(joining(", "));
    }
}
