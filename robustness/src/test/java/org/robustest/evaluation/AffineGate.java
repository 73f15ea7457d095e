package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** Perturbation sets of any ε around the samples of an affine problem, for each of which the exact radius is known. */
final class AffineGate {

    private final Samples samples;
    private final DoubleFunction<PerturbationSet> sets;
    private final double[] radii;

    AffineGate(AffineClasses problem, ToDoubleFunction<Sample> radius, DoubleFunction<PerturbationSet> sets) {
        this.samples = problem.samples();
        this.sets = sets;
        this.radii = IntStream.range(0, samples.size())
                .mapToDouble(i -> radius.applyAsDouble(samples.get(i)))
                .toArray();
    }

    /** Returns the set whose ε is a multiple of the median radius. */
    PerturbationSet set(double multiple) {
        return sets.apply(epsilon(multiple));
    }

    private double epsilon(double multiple) {
        return multiple * Arrays.stream(radii).sorted().toArray()[radii.length / 2];
    }

    /**
     * Requires that every sample falls in a set a little larger than its own radius, and none in one a little smaller.
     *
     * @param gap how much larger, as a share of the radius
     * @param rounding what floats add to the gap, on both sides
     */
    void requireFallJustBeyondRadius(RobustnessEvaluation evaluation, double gap, double rounding) {
        RobustnessResult beyond = evaluation.evaluate(samples, atRadius(1 + gap, rounding));
        assertThat(beyond.obstacles()).isEmpty();
        assertThat(beyond.verdicts(Verdict.Broken.class)).hasSameSizeAs(beyond.verdicts());
        RobustnessResult within = evaluation.evaluate(samples, atRadius(1 - 1e-6, -rounding));
        assertThat(within.obstacles()).isEmpty();
        assertThat(within.robustAccuracy()).isEqualTo(1);
    }

    private PerturbationSet atRadius(double multiple, double change) {
        Map<String, Double> sizes = new HashMap<>();
        for (int i = 0; i < radii.length; i++) {
            sizes.put(samples.get(i).id(), Math.max(0, multiple * radii[i] + change));
        }
        double largest = Collections.max(sizes.values());
        return Perturbations.perSample(
                        "its radius", largest, sample -> sets.apply(sizes.getOrDefault(sample.id(), Double.NaN)))
                .within(sets.apply(largest).range());
    }

    /** Requires that samples are broken exactly if their radius is smaller than ε, except where the two are nearly the same. */
    void requireExact(RobustnessEvaluation evaluation, double absolute, double relative) {
        int judged = 0;
        for (double multiple : new double[] {0.5, 1, 1.5}) {
            double epsilon = epsilon(multiple);
            RobustnessResult result = evaluation.evaluate(samples, set(multiple));
            assertThat(result.obstacles()).isEmpty();
            for (int i = 0; i < radii.length; i++) {
                if (Math.abs(radii[i] - epsilon) > absolute + relative * radii[i]) {
                    Verdict verdict = result.verdicts().get(i);
                    assertThat(verdict.isRobust())
                            .as("%s with radius %s at %s", verdict, radii[i], epsilon)
                            .isEqualTo(radii[i] > epsilon);
                    judged++;
                }
            }
        }
        assertThat(judged).as("samples that decide").isGreaterThan(250);
    }
}
