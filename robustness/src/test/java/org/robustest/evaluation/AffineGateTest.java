package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.perturbation.Norm;
import org.robustest.samples.InputRange;
import org.robustest.samples.Samples;

/**
 * What every attack must find on an affine model, whose robust accuracy is known exactly: a counterexample to each sample
 * whose radius is smaller than ε, and none to the others.
 */
class AffineGateTest {

    private static final InputRange RANGE = new InputRange(0, 1);

    /** Floats of the model and of the inputs leave a gap of this size around the exact radius. */
    private static final double ROUNDING = 2e-6;

    static Stream<Arguments> exactAttacks() {
        return arguments(List.of(
                NearestClasses.withDefaults().withTargets(0), NearestClasses.withDefaults(), Cascade.standard()));
    }

    private static Stream<Arguments> arguments(List<Attack> attacks) {
        return attacks.stream()
                .flatMap(attack -> Stream.of(Norm.values())
                        .flatMap(norm -> Stream.of(2, 3, 5).map(classes -> Arguments.of(attack, norm, classes))));
    }

    @ParameterizedTest
    @MethodSource("exactAttacks")
    void an_attack_on_the_nearest_classes_is_exact(Attack attack, Norm norm, int classes) {
        requireExact(attack, norm, classes, 0);
    }

    static Stream<Arguments> steppingAttacks() {
        return Stream.of(Norm.values())
                .flatMap(norm ->
                        Stream.of(Pgd.withDefaults(), Apgd.withDefaults()).map(attack -> Arguments.of(attack, norm)));
    }

    /** With two classes there is one direction to go; with more, the cross-entropy may lead to a class that is not nearest. */
    @ParameterizedTest
    @MethodSource("steppingAttacks")
    void an_attack_by_steps_misses_no_sample_between_two_classes_by_more_than_a_hundredth(Attack attack, Norm norm) {
        requireExact(attack, norm, 2, 0.01);
    }

    private static void requireExact(Attack attack, Norm norm, int classes, double tolerance) {
        AffineClasses problem = new AffineClasses(classes, 100);
        RobustnessEvaluation evaluation =
                RobustnessEvaluation.of(problem.model()).withoutCertificates().withAttack(attack);
        requireExact(problem, evaluation, norm, tolerance);
    }

    static Stream<Arguments> norms() {
        return Stream.of(Norm.values()).flatMap(norm -> Stream.of(2, 3, 5).map(classes -> Arguments.of(norm, classes)));
    }

    /** An affine model leaves nothing between what is broken and what is certified, but for rounding. */
    @ParameterizedTest
    @MethodSource("norms")
    void every_sample_beyond_the_exact_radius_is_certified(Norm norm, int classes) {
        AffineClasses problem = new AffineClasses(classes, 100);
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(problem.model());
        requireExact(problem, evaluation, norm, 1e-4);
        double[] radii = radii(problem, norm);
        double median = Arrays.stream(radii).sorted().toArray()[radii.length / 2];
        RobustnessResult result =
                evaluation.evaluate(problem.samples(), norm.ball(median * 1.1).within(RANGE));
        assertThat(result.certifiedAccuracy()).isPositive().isEqualTo(result.robustAccuracy());
    }

    private static double[] radii(AffineClasses problem, Norm norm) {
        Samples samples = problem.samples();
        return IntStream.range(0, samples.size())
                .mapToDouble(i -> problem.radius(samples.get(i), norm))
                .toArray();
    }

    private static void requireExact(
            AffineClasses problem, RobustnessEvaluation evaluation, Norm norm, double tolerance) {
        Samples samples = problem.samples();
        double[] radii = radii(problem, norm);
        double median = Arrays.stream(radii).sorted().toArray()[radii.length / 2];
        int judged = 0;
        for (double epsilon : new double[] {median / 2, median, median * 1.5}) {
            RobustnessResult result =
                    evaluation.evaluate(samples, norm.ball(epsilon).within(RANGE));
            for (int i = 0; i < radii.length; i++) {
                if (Math.abs(radii[i] - epsilon) > ROUNDING + tolerance * radii[i]) {
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
