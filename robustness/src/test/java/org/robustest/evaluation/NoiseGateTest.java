package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.bandLimited;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.powerLine;
import static org.robustest.perturbation.Perturbations.smooth;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.perturbation.NaiveNoise;
import org.robustest.perturbation.PerturbationSet;

/**
 * What attacks must find on an affine model among noise that is described by parameters: the difference of two logits grows by
 * at most ε times the dual norm of its slope, carried back to the parameters by definition.
 */
class NoiseGateTest {

    private static final double SAMPLING_RATE = 100;

    /** Floats of the model, of the parameters and of the inputs leave a relative gap of this size around the exact radius. */
    private static final double ROUNDING = 1e-5;

    /** A kind of noise, with the most that it can add to a linear function. */
    private record Noise(DoubleFunction<PerturbationSet> sets, ToDoubleFunction<double[]> dualNorm) {}

    private static final Noise SMOOTH = new Noise(epsilon -> smooth(epsilon), NoiseGateTest::smoothDual);

    private static final Noise BAND_LIMITED =
            new Noise(epsilon -> bandLimited(epsilon, 10, 30, SAMPLING_RATE), NoiseGateTest::bandDual);

    private static final Noise POWER_LINE =
            new Noise(epsilon -> powerLine(epsilon, 50 / 3.0, SAMPLING_RATE), NoiseGateTest::powerLineDual);

    /** The kernels are symmetric, so that carrying back is smoothing too. */
    private static double smoothDual(double[] slopes) {
        return Arrays.stream(NaiveNoise.smooth(slopes)).map(Math::abs).sum();
    }

    private static double bandDual(double[] slopes) {
        return Math.sqrt(IntStream.rangeClosed(0, slopes.length / 2)
                .filter(k -> SAMPLING_RATE * k / slopes.length >= 10 && SAMPLING_RATE * k / slopes.length <= 30)
                .mapToDouble(k -> NaiveNoise.energy(slopes, k))
                .sum());
    }

    private static double powerLineDual(double[] slopes) {
        double cosine = 0;
        double sine = 0;
        for (int t = 0; t < slopes.length; t++) {
            cosine += slopes[t] * Math.cos(2 * Math.PI * t / 6);
            sine += slopes[t] * Math.sin(2 * Math.PI * t / 6);
        }
        return Math.hypot(cosine, sine);
    }

    static Stream<Arguments> exactAttacks() {
        return Stream.of(NearestClasses.withDefaults().withTargets(0), Cascade.standard())
                .flatMap(attack -> Stream.of(SMOOTH, BAND_LIMITED, POWER_LINE)
                        .flatMap(noise -> Stream.of(2, 5).map(classes -> Arguments.of(attack, noise, classes))));
    }

    @ParameterizedTest
    @MethodSource("exactAttacks")
    void an_attack_on_the_nearest_classes_is_exact(Attack attack, Noise noise, int classes) {
        requireExact(attack, noise, classes, 0);
    }

    static Stream<Arguments> steppingAttacks() {
        return Stream.of(Pgd.withDefaults(), Apgd.withDefaults())
                .flatMap(attack ->
                        Stream.of(SMOOTH, BAND_LIMITED, POWER_LINE).map(noise -> Arguments.of(attack, noise)));
    }

    @ParameterizedTest
    @MethodSource("steppingAttacks")
    void an_attack_by_steps_misses_no_sample_between_two_classes_by_more_than_a_hundredth(Attack attack, Noise noise) {
        requireExact(attack, noise, 2, 0.01);
    }

    private static void requireExact(Attack attack, Noise noise, int classes, double tolerance) {
        AffineClasses problem = new AffineClasses(classes, 100);
        RobustnessEvaluation evaluation =
                RobustnessEvaluation.of(problem.model()).withoutCertificates().withAttack(attack);
        gate(problem, noise).requireExact(evaluation, 0, ROUNDING + tolerance);
    }

    private static AffineGate gate(AffineClasses problem, Noise noise) {
        return new AffineGate(
                problem,
                sample -> problem.radius(sample, noise.dualNorm()),
                epsilon -> noise.sets().apply(epsilon).within(-1e6, 1e6));
    }

    static Stream<Arguments> noises() {
        return Stream.of(SMOOTH, BAND_LIMITED, POWER_LINE)
                .flatMap(noise -> Stream.of(2, 5).map(classes -> Arguments.of(noise, classes)));
    }

    /** An affine model leaves nothing between what is broken and what is certified, but for rounding. */
    @ParameterizedTest
    @MethodSource("noises")
    void every_sample_beyond_the_exact_radius_is_certified(Noise noise, int classes) {
        AffineClasses problem = new AffineClasses(classes, 100);
        AffineGate gate = gate(problem, noise);
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(problem.model());
        gate.requireExact(evaluation, 0, 1e-4);
        RobustnessResult result = evaluation.evaluate(problem.samples(), gate.set(1.1));
        assertThat(result.certifiedAccuracy()).isPositive().isEqualTo(result.robustAccuracy());
    }

    @Test
    void a_counterexample_keeps_the_parameters_by_which_it_lies_in_larger_sets() {
        AffineClasses problem = new AffineClasses(3, 20);
        RobustnessResult result = RobustnessEvaluation.of(problem.model())
                .evaluate(problem.samples(), smooth(0.5).within(0, 1));
        List<Counterexample> counterexamples = result.verdicts().stream()
                .filter(Verdict.Broken.class::isInstance)
                .map(verdict -> ((Verdict.Broken) verdict).counterexample())
                .toList();
        assertThat(counterexamples).isNotEmpty();
        for (Counterexample counterexample : counterexamples) {
            assertThat(counterexample.breaks(problem.model())).isTrue();
            assertThat(counterexample.distance()).isLessThanOrEqualTo(0.5);
            assertThat(counterexample.liesIn(smooth(0.5).within(0, 1))).isTrue();
            assertThat(counterexample.liesIn(smooth(0.75).within(0, 1))).isTrue();
            assertThat(counterexample.liesIn(linf(0.5).within(0, 1))).isTrue();
            assertThat(counterexample.liesIn(
                            smooth(counterexample.distance() / 2).within(0, 1)))
                    .isFalse();
            assertThat(counterexample.liesIn(bandLimited(100, 10, 30, SAMPLING_RATE)))
                    .isFalse();
        }
    }

    @Test
    void noise_is_carried_from_a_small_set_to_a_larger_one() {
        AffineClasses problem = new AffineClasses(3, 50);
        List<RobustnessResult> curve = RobustnessEvaluation.of(problem.model())
                .curve(
                        problem.samples(),
                        Stream.of(0.1, 0.2, 0.4)
                                .<PerturbationSet>map(epsilon -> smooth(epsilon))
                                .toList());
        assertThat(curve.get(1).robustAccuracy()).isLessThan(curve.get(0).robustAccuracy());
        assertThat(curve.get(2).robustAccuracy()).isLessThan(curve.get(1).robustAccuracy());
        for (int i = 0; i < 50; i++) {
            if (curve.get(0).verdicts().get(i) instanceof Verdict.Broken broken) {
                assertThat(((Verdict.Broken) curve.get(2).verdicts().get(i)).counterexample())
                        .isSameAs(broken.counterexample());
            }
        }
    }
}
