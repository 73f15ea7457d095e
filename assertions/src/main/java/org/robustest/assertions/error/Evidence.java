package org.robustest.assertions.error;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;

/** What was checked and found, line by line, for the reader of a log who has nothing else. */
final class Evidence {

    private final RobustnessResult result;
    private final List<String> lines = new ArrayList<>();

    private Evidence(RobustnessResult result) {
        this.result = result;
    }

    static String of(RobustnessResult result) {
        return new Evidence(result).text();
    }

    private String text() {
        line("set", result.set());
        line("attack", result.attack() + ", seed " + result.seed());
        line("samples", counts());
        if (!result.verdicts().isEmpty()) {
            line("robust", Share.robust(result));
            line(
                    "certified",
                    result.soughtCertificates()
                            ? Share.certified(result) + ", by " + result.certifier()
                            : result.certifier());
            line("clean", Share.clean(result));
            byClass();
        }
        if (!result.verdicts(Verdict.Misclassified.class).isEmpty()) {
            line("misclassified", misclassified());
        }
        result.worst().ifPresent(counterexample -> {
            line("worst", describe(counterexample));
            line("replay", Replay.of(counterexample));
        });
        return String.join(System.lineSeparator(), lines);
    }

    private void line(String name, Object content) {
        lines.add(String.format("  %-14s %s", name.isEmpty() ? "" : name + ":", content));
    }

    private String counts() {
        return result.verdicts().size() + ", of which "
                + result.verdicts(Verdict.Certified.class).size() + " certified, "
                + result.verdicts(Verdict.Unbroken.class).size() + " unbroken, "
                + result.verdicts(Verdict.Broken.class).size() + " broken, "
                + result.verdicts(Verdict.Misclassified.class).size() + " misclassified without a perturbation, "
                + result.verdicts(Verdict.Failed.class).size() + " failed";
    }

    /** One line, or if samples are broken a line for each class, with the one that the model is most wrong about. */
    private void byClass() {
        Map<String, RobustnessResult> parts = result.byClass();
        if (result.worst().isEmpty()) {
            line(
                    "by class",
                    parts.entrySet().stream()
                            .map(part -> part.getKey() + " " + Share.robust(part.getValue()))
                            .collect(joining(", ")));
            return;
        }
        String name = "by class";
        for (Map.Entry<String, RobustnessResult> part : parts.entrySet()) {
            line(
                    name,
                    part.getKey() + " " + Share.robust(part.getValue())
                            + part.getValue()
                                    .worst()
                                    .map(worst -> ", worst " + worst.sample().id())
                                    .orElse(""));
            name = "";
        }
    }

    private String misclassified() {
        List<Verdict.Misclassified> all = result.verdicts(Verdict.Misclassified.class);
        return FirstFew.of(all.stream()
                .map(verdict -> verdict.sample().id() + ": "
                        + confusion(verdict.sample().label(), verdict.prediction()))
                .toList());
    }

    private String describe(Counterexample counterexample) {
        return String.format(
                Locale.ROOT,
                "%s: %s, logits margin %.4g, perturbation %.4g, found with seed %d at %s",
                counterexample.sample().id(),
                confusion(counterexample.sample().label(), counterexample.prediction()),
                counterexample.margin(),
                counterexample.distance(),
                counterexample.seed(),
                counterexample.position());
    }

    private String confusion(int label, int prediction) {
        List<String> names = result.samples().classNames();
        return prediction == label ? names.get(label) + " -> a tie" : names.get(label) + " -> " + names.get(prediction);
    }
}
