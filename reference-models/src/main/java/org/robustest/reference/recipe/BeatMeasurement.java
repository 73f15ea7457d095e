package org.robustest.reference.recipe;

import static org.robustest.perturbation.Perturbations.linf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.robustest.attack.Pgd;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/** Measures a classifier of beats as the paper does: clean, and under PGD with 100 steps of 0.01 from one random start. */
final class BeatMeasurement {

    private static final int PER_CLASS = 160;
    private static final int STEPS = 100;
    private static final double STEP_SIZE = 0.01;
    private static final double[] NOISE_LEVELS = {0.01, 0.03, 0.05, 0.1, 0.2, 0.3};

    private BeatMeasurement() {}

    /** Returns one line a figure. */
    static List<String> of(DifferentiableClassifier classifier, Samples test) {
        Samples balanced = test.balanced(PER_CLASS);
        List<String> lines = new ArrayList<>();
        lines.add("clean accuracy on the by-beat test part: " + CleanAccuracy.of(classifier, test));
        lines.add("clean accuracy on " + PER_CLASS + " of each class:    " + CleanAccuracy.of(classifier, balanced));
        Pgd attack = Pgd.withDefaults().withSteps(STEPS).withStepSize(STEP_SIZE).withRestarts(1);
        List<PerturbationSet> sets = DoubleStream.of(NOISE_LEVELS)
                .<PerturbationSet>mapToObj(epsilon -> linf(epsilon).within(0, 1))
                .toList();
        List<RobustnessResult> curve = RobustnessEvaluation.of(classifier)
                .withoutProbes()
                .withAttack(attack)
                .curve(balanced, sets);
        for (int i = 0; i < NOISE_LEVELS.length; i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "robust accuracy on them under PGD, epsilon %s: %.4f",
                    NOISE_LEVELS[i],
                    curve.get(i).robustAccuracy()));
        }
        return lines;
    }
}
