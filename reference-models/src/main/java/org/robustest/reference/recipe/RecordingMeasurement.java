package org.robustest.reference.recipe;

import static org.robustest.perturbation.Perturbations.linf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.robustest.attack.Pgd;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.samples.Samples;

/** Measures a classifier of recordings as the paper does: clean, and under PGD with 100 steps of a tenth of the noise. */
final class RecordingMeasurement {

    private static final int STEPS = 100;
    private static final double STEPS_ACROSS = 10;
    private static final double[] NOISE_LEVELS = {0.003, 0.01, 0.03, 0.05};

    private RecordingMeasurement() {}

    /** Returns one line a figure. */
    static List<String> of(DifferentiableClassifier classifier, Samples test) {
        List<String> lines = new ArrayList<>();
        lines.add("clean accuracy on the first fold: " + CleanAccuracy.of(classifier, test));
        lines.add("macro F1 on the first fold: " + F1Scores.of(classifier, test));
        for (double epsilon : NOISE_LEVELS) {
            Pgd attack = Pgd.withDefaults()
                    .withSteps(STEPS)
                    .withStepSize(epsilon / STEPS_ACROSS)
                    .withRestarts(1);
            double robust = RobustnessEvaluation.of(classifier)
                    .withoutProbes()
                    .withAttack(attack)
                    .evaluate(test, linf(epsilon).within(-1, 1))
                    .robustAccuracy();
            lines.add(String.format(Locale.ROOT, "robust accuracy under PGD, epsilon %s: %.4f", epsilon, robust));
        }
        return lines;
    }
}
