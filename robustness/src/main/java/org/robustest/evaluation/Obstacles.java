package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.List;

/** The reasons why verdicts say nothing of a model. */
final class Obstacles {

    private Obstacles() {}

    static List<String> of(List<Verdict> verdicts, List<Diagnostic> diagnostics) {
        List<String> obstacles = new ArrayList<>();
        if (verdicts.isEmpty()) {
            obstacles.add("There are no samples: nothing was tested. Check what the provider of the samples returns.");
            return obstacles;
        }
        diagnostics.stream()
                .filter(Diagnostic::isDecisive)
                .map(Diagnostic::obstacle)
                .forEach(obstacles::add);
        List<Verdict.Failed> failed = verdicts.stream()
                .filter(Verdict.Failed.class::isInstance)
                .map(Verdict.Failed.class::cast)
                .toList();
        if (!failed.isEmpty()) {
            Verdict.Failed first = failed.get(0);
            obstacles.add(failed.size() + " of " + verdicts.size() + " samples could not be judged. The first is "
                    + first.sample().id() + ": " + first.reason() + ".");
        }
        if (verdicts.stream().allMatch(Verdict.Misclassified.class::isInstance)) {
            obstacles.add(
                    "No sample is classified correctly even without a perturbation. Check that the preprocessing, the"
                            + " order of the classes and the labels are those of the training.");
        }
        return obstacles;
    }
}
