package org.robustest.reference.recipe;

import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.perSample;

import java.math.BigDecimal;
import org.robustest.attack.Pgd;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.random.RandomStream;

/** The noise that models are trained on, and how its worst is found at each step. */
final class TrainingNoise {

    private TrainingNoise() {}

    /** Returns a set for each sample of a size of its own, drawn evenly. */
    static PerturbationSet sizes(double least, double largest, double low, double high) {
        return perSample(
                "a size from " + plain(least) + " to " + plain(largest),
                largest,
                sample -> linf(least
                                + (largest - least)
                                        * RandomStream.of(0, sample.id()).nextDouble())
                        .within(low, high));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Returns PGD from one random start. */
    static Pgd pgd(int steps, double relativeStepSize) {
        return Pgd.withDefaults()
                .withSteps(steps)
                .withRelativeStepSize(relativeStepSize)
                .withRestarts(1);
    }
}
