package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Apgd;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.attack.DeepFool;
import org.robustest.attack.Fgsm;
import org.robustest.attack.Fmn;
import org.robustest.attack.HopSkipJump;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.Pgd;
import org.robustest.attack.Sap;
import org.robustest.attack.Spsa;
import org.robustest.attack.Square;
import org.robustest.attack.UniformNoise;
import org.robustest.perturbation.Mask;
import org.robustest.perturbation.Norm;
import org.robustest.samples.InputRange;

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
                Fgsm.towardEveryClass(), NearestClasses.withDefaults(), Fmn.withDefaults(), Cascade.standard()));
    }

    @ParameterizedTest
    @MethodSource("exactAttacks")
    void an_attack_on_the_nearest_classes_breaks_every_sample_just_beyond_its_radius(
            Attack attack, Norm norm, int classes) {
        AffineClasses problem = new AffineClasses(classes, 100);
        gate(problem, norm).requireFallJustBeyondRadius(attacked(problem, attack), 1e-5, ROUNDING);
    }

    static Stream<Arguments> norms() {
        return Stream.of(Norm.values()).flatMap(norm -> Stream.of(2, 3, 5).map(classes -> Arguments.of(norm, classes)));
    }

    /** A step of DeepFool does not know of a range, so that it is exact without one. */
    @ParameterizedTest
    @MethodSource("norms")
    void deep_fool_is_exact_without_a_range(Norm norm, int classes) {
        AffineClasses problem = new AffineClasses(classes, 100);
        AffineGate gate = new AffineGate(
                problem,
                sample -> problem.radius(sample, slopes -> dual(norm, slopes)),
                epsilon -> norm.ball(epsilon).within(-1e6, 1e6));
        gate.requireFallJustBeyondRadius(attacked(problem, DeepFool.withDefaults()), 1e-5, ROUNDING);
    }

    private static double dual(Norm norm, double[] slopes) {
        DoubleStream sizes = Arrays.stream(slopes).map(Math::abs);
        return switch (norm) {
            case LINF -> sizes.sum();
            case L2 -> Math.sqrt(sizes.map(size -> size * size).sum());
            case L1 -> sizes.max().orElseThrow();
        };
    }

    static Stream<Arguments> gradientFreeAttacks() {
        return Stream.of(
                Arguments.of(Square.withDefaults(), Norm.LINF, 0.05),
                Arguments.of(Square.withDefaults(), Norm.L2, 0.5),
                Arguments.of(Square.withDefaults(), Norm.L1, 0.75),
                Arguments.of(Spsa.withDefaults(), Norm.LINF, 0.15),
                Arguments.of(Spsa.withDefaults(), Norm.L2, 0.05),
                Arguments.of(Spsa.withDefaults(), Norm.L1, 0.25),
                Arguments.of(HopSkipJump.withDefaults(), Norm.LINF, 0.25),
                Arguments.of(HopSkipJump.withDefaults(), Norm.L2, 0.25),
                Arguments.of(HopSkipJump.withDefaults(), Norm.L1, 0.25),
                Arguments.of(UniformNoise.withDefaults(), Norm.LINF, 3.0),
                Arguments.of(UniformNoise.withDefaults(), Norm.L2, 3.0),
                Arguments.of(UniformNoise.withDefaults(), Norm.L1, 3.0));
    }

    /**
     * What is learned of a direction from a thousand or two answers is off by an angle that shrinks with the root of their number,
     * and so is the radius; noise does not learn anything.
     */
    @ParameterizedTest
    @MethodSource("gradientFreeAttacks")
    void an_attack_without_gradients_breaks_every_sample_in_a_set_larger_by_a_share(
            Attack attack, Norm norm, double share) {
        AffineClasses problem = new AffineClasses(2, 100);
        gate(problem, norm).requireFallJustBeyondRadius(attacked(problem, attack), share, ROUNDING);
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

    @ParameterizedTest
    @MethodSource("exactAttacks")
    void an_attack_on_the_nearest_classes_is_exact_where_only_some_values_may_change(
            Attack attack, Norm norm, int classes) {
        AffineClasses problem = new AffineClasses(classes, 100);
        masked(problem, norm).requireExact(attacked(problem, attack), ROUNDING, 0);
    }

    private static AffineGate masked(AffineClasses problem, Norm norm) {
        Mask mask = Mask.between(2, 9).or(Mask.between(15, 17));
        IntPredicate free = feature -> (2 <= feature && feature < 9) || (15 <= feature && feature < 17);
        return new AffineGate(
                problem,
                sample -> problem.radius(sample, norm, free),
                epsilon -> norm.ball(epsilon).within(RANGE).where(mask));
    }

    static Stream<Arguments> steppingAttacks() {
        return Stream.of(Norm.values())
                .flatMap(norm -> Stream.of(
                                Pgd.withDefaults(), Apgd.withDefaults(), Fgsm.withDefaults(), Sap.withDefaults())
                        .map(attack -> Arguments.of(attack, norm)));
    }

    /** With two classes there is one direction to go; with more, the cross-entropy may lead to a class that is not nearest. */
    @ParameterizedTest
    @MethodSource("steppingAttacks")
    void an_attack_by_steps_misses_no_sample_between_two_classes_by_more_than_a_hundredth(Attack attack, Norm norm) {
        requireExact(attack, norm, 2, 0.01);
    }

    private static void requireExact(Attack attack, Norm norm, int classes, double tolerance) {
        AffineClasses problem = new AffineClasses(classes, 100);
        gate(problem, norm).requireExact(attacked(problem, attack), ROUNDING, tolerance);
    }

    private static RobustnessEvaluation attacked(AffineClasses problem, Attack attack) {
        return RobustnessEvaluation.of(problem.model()).withoutCertificates().withAttack(attack);
    }

    private static AffineGate gate(AffineClasses problem, Norm norm) {
        return new AffineGate(
                problem,
                sample -> problem.radius(sample, norm),
                epsilon -> norm.ball(epsilon).within(RANGE));
    }

    /** An affine model leaves nothing between what is broken and what is certified, but for rounding. */
    @ParameterizedTest
    @MethodSource("norms")
    void every_sample_beyond_the_exact_radius_is_certified(Norm norm, int classes) {
        AffineClasses problem = new AffineClasses(classes, 100);
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(problem.model());
        AffineGate gate = gate(problem, norm);
        gate.requireExact(evaluation, ROUNDING, 1e-4);
        RobustnessResult result = evaluation.evaluate(problem.samples(), gate.set(1.1));
        assertThat(result.certifiedAccuracy()).isPositive().isEqualTo(result.robustAccuracy());
    }

    @ParameterizedTest
    @MethodSource("norms")
    void every_sample_beyond_the_exact_radius_is_certified_where_only_some_values_may_change(Norm norm, int classes) {
        AffineClasses problem = new AffineClasses(classes, 100);
        AffineGate gate = masked(problem, norm);
        RobustnessResult result = RobustnessEvaluation.of(problem.model()).evaluate(problem.samples(), gate.set(1.1));
        gate.requireExact(RobustnessEvaluation.of(problem.model()), ROUNDING, 1e-4);
        assertThat(result.certifiedAccuracy()).isPositive().isEqualTo(result.robustAccuracy());
    }
}
