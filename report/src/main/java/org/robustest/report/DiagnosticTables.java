package org.robustest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The diagnostics of a test, a table for each noise level. */
final class DiagnosticTables {

    private DiagnosticTables() {}

    static List<Map<String, Object>> of(TestData test) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (LevelData level : test.levels()) {
            ResultData result = level.result();
            if (result != null
                    && !(result.diagnostics().isEmpty() && result.obstacles().isEmpty())) {
                tables.add(Map.of(
                        "epsilon",
                        Text.number(level.epsilon()),
                        "obstacles",
                        result.obstacles(),
                        "decisive",
                        result.diagnostics().stream().anyMatch(DiagnosticData::decisive)
                                || !result.obstacles().isEmpty(),
                        "rows",
                        result.diagnostics().stream().map(DiagnosticTables::row).toList()));
            }
        }
        return tables;
    }

    private static Map<String, Object> row(DiagnosticData found) {
        return Map.of(
                "name",
                found.name(),
                "value",
                Text.number(found.value()),
                "threshold",
                Text.number(found.threshold()),
                "decisive",
                found.decisive(),
                "meaning",
                found.meaning(),
                "remedy",
                found.remedy());
    }
}
