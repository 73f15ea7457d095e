package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.robustest.samples.Sample;

/** Asks of the logits of all samples whether they are those of a model that has learnt something and can be searched. */
final class LogitsCheck {

    /** Less than 100 samples must all be alike. */
    private static final double NEARLY_ALL = 0.99;

    private static final double HALF = 0.5;

    /** So many samples are needed to tell a model from one that guesses. */
    private static final int ENOUGH = 30;

    private final List<Answer> answers;

    LogitsCheck(List<Answer> answers) {
        this.answers = answers;
    }

    /** Returns what says of the model, whatever a search finds, that nothing can be concluded. */
    List<Diagnostic> ofModel() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (!answers.isEmpty()) {
            diagnostics.add(probabilities());
            if (areInputsDifferent()) {
                diagnostics.add(sameLogits());
            }
            Map<Integer, double[]> classes = recalls();
            boolean isClear = diagnostics.stream().noneMatch(Diagnostic::isDecisive);
            if (isClear && answers.size() >= ENOUGH && classes.size() > 1) {
                diagnostics.add(guessing(classes));
            }
        }
        return diagnostics;
    }

    /** Returns what keeps a search from finding anything. */
    List<Diagnostic> ofSearch() {
        List<Answer> correct = answers.stream().filter(Answer::isCorrect).toList();
        return correct.isEmpty() ? List.of() : List.of(saturated(correct), coarse(correct));
    }

    private boolean areInputsDifferent() {
        Sample first = answers.get(0).sample();
        return answers.stream()
                .anyMatch(answer -> !Arrays.equals(answer.sample().input(), first.input()));
    }

    private Diagnostic probabilities() {
        return Diagnostic.of(
                "outputs that are probabilities",
                share(answers, Answer::isProbability),
                NEARLY_ALL,
                "The outputs of the model are probabilities: for every sample they lie in 0..1 and add up to 1.",
                "A softmax hides from an attack where to go; give the classifier the logits, the values before the"
                        + " softmax.");
    }

    private Diagnostic sameLogits() {
        Answer first = answers.get(0);
        double share = share(answers, first::isSame);
        String which = share == 1 ? "each of the " : Math.round(share * answers.size()) + " of the ";
        return Diagnostic.of(
                "the same logits for different inputs",
                share,
                NEARLY_ALL,
                "The model gives the same logits for " + which + answers.size() + " samples, "
                        + Arrays.toString(first.logits()) + ".",
                "It does not look at its input; check that its weights were loaded.");
    }

    /** The share of errors, by class, beside that of guessing: one that always says the same is right about one class. */
    private static Diagnostic guessing(Map<Integer, double[]> classes) {
        double accuracy = classes.values().stream()
                .mapToDouble(counts -> counts[1] / counts[0])
                .average()
                .orElseThrow();
        double chance = 1.0 / classes.size();
        String meaning = String.format(
                Locale.ROOT,
                "The mean accuracy over the %d classes that the samples have is %.4f without any perturbation, and"
                        + " guessing, or always saying the same, would reach %.4f.",
                classes.size(),
                accuracy,
                chance);
        return new Diagnostic(
                "errors without a perturbation",
                1 - accuracy,
                1 - chance,
                accuracy > 0 && 1 - accuracy >= 1 - chance - 1e-9,
                meaning,
                "Robustness of such a model says nothing; check the weights, the preprocessing, and that the order of"
                        + " the classes is that of the training.");
    }

    /** Returns for each label that occurs: how many samples have it, and how many of these are classified correctly. */
    private Map<Integer, double[]> recalls() {
        Map<Integer, double[]> classes = new TreeMap<>();
        for (Answer answer : answers) {
            double[] counts = classes.computeIfAbsent(answer.sample().label(), label -> new double[2]);
            counts[0]++;
            counts[1] += answer.isCorrect() ? 1 : 0;
        }
        return classes;
    }

    private static Diagnostic saturated(List<Answer> correct) {
        double margin = correct.stream().mapToDouble(Answer::margin).sorted().toArray()[correct.size() / 2];
        double share = share(correct, Answer::isSaturated);
        return Diagnostic.of(
                "saturated logits",
                share,
                HALF,
                String.format(
                        Locale.ROOT,
                        "The logits are saturated: of the samples classified correctly, %.1f %% have a margin so large"
                                + " that the softmax is exactly 1 in float32 (the median margin is %.3g).",
                        100 * share,
                        margin),
                "Attacks on the cross-entropy have no gradient there; divide the logits by a constant, such as "
                        + String.format(Locale.ROOT, "%.0e", Math.max(1, margin / 10))
                        + ", which changes no prediction.");
    }

    private static Diagnostic coarse(List<Answer> correct) {
        double share = share(correct, Answer::isCoarse);
        return Diagnostic.of(
                "margins lost in rounding",
                share,
                HALF,
                String.format(
                        Locale.ROOT,
                        "The margins are lost in rounding: of the samples classified correctly, %.1f %% have a margin of"
                                + " less than a hundred steps of float32 beside their largest logit.",
                        100 * share),
                "Small steps of an attack change nothing there; take away from all logits of a sample what they have in"
                        + " common.");
    }

    private static double share(List<Answer> answers, Predicate<Answer> condition) {
        return (double) answers.stream().filter(condition).count() / answers.size();
    }
}
