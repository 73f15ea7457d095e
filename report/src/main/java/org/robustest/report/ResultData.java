package org.robustest.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;
import org.robustest.statistics.ConfidenceInterval;

/** What was found at one noise level: the verdict on every sample, and the values of the worst samples. */
record ResultData(
        String set,
        String attack,
        String certifier,
        boolean soughtCertificates,
        long seed,
        Tally tally,
        double robustLower,
        double robustUpper,
        List<Group> classes,
        List<TagGroups> tags,
        List<DiagnosticData> diagnostics,
        List<String> obstacles,
        Map<String, List<String>> verdicts,
        List<SignalData> signals) {

    static final double CONFIDENCE = 0.95;

    ResultData {
        classes = List.copyOf(classes);
        tags = List.copyOf(tags);
        diagnostics = List.copyOf(diagnostics);
        obstacles = List.copyOf(obstacles);
        verdicts = new TreeMap<>(verdicts);
        signals = List.copyOf(signals);
    }

    /** Returns the certified share of some of the samples; NaN where certificates were not sought, which is not the same as 0. */
    double certifiedAccuracy(Tally some) {
        return soughtCertificates ? some.certifiedAccuracy() : Double.NaN;
    }

    static ResultData of(RobustnessResult result) {
        List<Verdict> verdicts = result.verdicts();
        ConfidenceInterval interval =
                verdicts.isEmpty() ? new ConfidenceInterval(0, 1, CONFIDENCE) : result.robustAccuracy(CONFIDENCE);
        Grouping grouping = new Grouping(verdicts);
        return new ResultData(
                result.set().toString(),
                result.attack(),
                result.certifier(),
                result.soughtCertificates(),
                result.seed(),
                Tally.of(verdicts),
                interval.lower(),
                interval.upper(),
                grouping.byClass(result),
                grouping.byTag(),
                result.diagnostics().stream().map(DiagnosticData::of).toList(),
                result.obstacles(),
                verdicts.stream()
                        .collect(groupingBy(
                                verdict -> VerdictKind.of(verdict).word(),
                                mapping(verdict -> verdict.sample().id(), toList()))),
                SignalChoice.of(result));
    }
}
