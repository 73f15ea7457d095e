package org.robustest.engine.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.reporting.ReportEntry;
import org.robustest.evaluation.RobustnessResult;

/** The numbers of a result as a report entry, for tools that collect them. */
final class Numbers {

    private Numbers() {}

    static ReportEntry of(Level level, RobustnessResult result, KnownCounterexamples known) {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("robustest.set", result.set().toString());
        numbers.put("robustest.epsilon", Double.toString(level.epsilon()));
        level.required().ifPresent(required -> numbers.put("robustest.minRobustAccuracy", Double.toString(required)));
        level.requiredCertified()
                .ifPresent(required -> numbers.put("robustest.minCertifiedAccuracy", Double.toString(required)));
        numbers.put("robustest.samples", Integer.toString(result.verdicts().size()));
        if (!result.verdicts().isEmpty()) {
            numbers.put("robustest.robustAccuracy", Double.toString(result.robustAccuracy()));
            if (result.soughtCertificates()) {
                numbers.put("robustest.certifiedAccuracy", Double.toString(result.certifiedAccuracy()));
            }
            numbers.put("robustest.cleanAccuracy", Double.toString(result.cleanAccuracy()));
        }
        numbers.put("robustest.attack", result.attack());
        numbers.put("robustest.seed", Long.toString(result.seed()));
        numbers.put("robustest.counterexamples.stored", Integer.toString(known.size()));
        numbers.put(
                "robustest.counterexamples.fixed",
                Integer.toString(known.fixed().size()));
        return ReportEntry.from(numbers);
    }
}
