package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** How near to the smallest perturbation that changes the class attacks come that look for it. */
class MinimumNormTest {

    /** Three classes in the plane, and a point whose distances to the boundaries are worked out by hand. */
    private final Network affine =
            Network.sequential(Shape.of(2), List.of(Dense.of(new float[] {1, 0, 0, 1, -1, -1}, new float[] {0, 0, 0})));

    private final Sample point = Samples.builder(Shape.of(2), List.of("a", "b", "c"))
            .add("s", new float[] {1, 0.2f}, 0)
            .build()
            .get(0);

    /** In a sphere of two classes, see {@link Sphere}. */
    private final Sample inside = Samples.builder(Shape.of(2), List.of("inside", "outside"))
            .add("s", new float[] {0.6f, 0.8f}, 0)
            .build()
            .get(0);

    private static double radius(Norm norm) {
        return switch (norm) {
            case LINF -> 0.4;
            case L2 -> 0.8 / Math.sqrt(2);
            case L1 -> 0.8;
        };
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void deep_fool_reaches_the_boundary_of_an_affine_model_in_one_step(Norm norm) {
        Walkabout walkabout = Walkabout.of(DeepFool.withDefaults(), affine, point, norm.ball(1e-3));

        assertThat(walkabout.nearest()).isCloseTo(1.02 * radius(norm), within(1e-5));
        // A look at both rivals, the step, carried into the set first, and the look from there that ends it.
        assertThat(walkabout.visited()).hasSize(2 + 1 + 1);
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void fmn_finds_the_smallest_perturbation_of_an_affine_model(Norm norm) {
        double nearest =
                Walkabout.of(Fmn.withDefaults(), affine, point, norm.ball(1e-3)).nearest();
        assertThat(nearest / radius(norm)).isBetween(1 - 1e-6, 1.01);
    }

    static Stream<Norm> normsOfDirections() {
        return Stream.of(Norm.LINF, Norm.L2);
    }

    @ParameterizedTest
    @MethodSource("normsOfDirections")
    void hop_skip_jump_comes_close_by_labels_alone(Norm norm) {
        Attack attack = HopSkipJump.withDefaults().withIterations(30);
        double nearest = Walkabout.of(attack, affine, point, norm.ball(1e-3)).nearest();
        assertThat(nearest / radius(norm)).isBetween(1 - 1e-6, 1.05);
    }

    /**
     * Inside of a sphere around the origin of radius 2 the class is another one than outside. Seen from (0.6, 0.8) within it, the
     * boundary is 1 away in L2; in L∞ where (0.6 + r)² + (0.8 + r)² = 4; in L1 along the second axis.
     */
    @ParameterizedTest
    @EnumSource(Norm.class)
    void fmn_follows_a_boundary_that_is_not_straight(Norm norm) {
        double expected = distanceToSphere(norm);
        double nearest = Walkabout.of(Fmn.withDefaults(), new Sphere(), inside, norm.ball(1e-3))
                .nearest();
        assertThat(nearest / expected).isBetween(1 - 1e-6, 1.01);
    }

    /** Its walk is one look and 100 steps; the linear guess at the distance, from which it begins, is up to half too far. */
    @ParameterizedTest
    @EnumSource(Norm.class)
    void fmn_gives_up_far_from_its_set_and_does_not_near_it(Norm norm) {
        Attack attack = Fmn.withDefaults().givingUp();
        double distance = distanceToSphere(norm);

        assertThat(Walkabout.of(attack, new Sphere(), inside, norm.ball(1e-3)).visited())
                .hasSizeLessThan(1 + 40);
        // All steps left could not bring it a hundredth as near.
        assertThat(Walkabout.of(attack, new Sphere(), inside, norm.ball(0.01 * distance))
                        .visited())
                .hasSizeLessThan(1 + 5);
        // They could bring it a third as near, but do not.
        assertThat(Walkabout.of(attack, new Sphere(), inside, norm.ball(0.33 * distance))
                        .visited())
                .hasSizeBetween(1 + 8, 1 + 40);
        assertThat(Walkabout.of(attack, new Sphere(), inside, norm.ball(0.99 * distance))
                        .visited())
                .hasSizeGreaterThan(1 + 80);
        // The least that a walk which does not give up is held to above.
        assertThat(Walkabout.of(attack, new Sphere(), inside, norm.ball(1.01 * distance))
                        .nearest())
                .isLessThanOrEqualTo(1.01 * distance);
    }

    private static double distanceToSphere(Norm norm) {
        return switch (norm) {
            case LINF -> (-1.4 + Math.sqrt(1.4 * 1.4 + 6)) / 2;
            case L2 -> 1;
            case L1 -> Math.sqrt(4 - 0.36) - 0.8;
        };
    }

    @Test
    void the_linear_reach_is_that_of_a_box_within_a_range() {
        // From (0.9, 0.5) in 0..1 along (1, 1): 0.1 of room in the first, then the second alone.
        Sample sample = Samples.builder(Shape.of(2), List.of("a", "b"))
                .add("s", new float[] {0.9f, 0.5f}, 0)
                .build()
                .get(0);
        LinearReach reach = new LinearReach(Norm.LINF.ball(0.01).within(0, 1).around(sample), sample.input());
        float[] reached = new float[2];

        assertThat(reach.to(new float[] {1, 1}, 0.3, reached)).isCloseTo(0.2, within(1e-5));
        assertThat(reached[0]).isEqualTo(1);
        assertThat((double) reached[1]).isCloseTo(0.7, within(1e-5));
        assertThat(reach.to(new float[] {1, 1}, 0.7, reached)).isInfinite();
        assertThat(reach.to(new float[] {0, 0}, 0.7, reached)).isInfinite();
    }

    @Test
    void fmn_stays_as_large_as_its_set() {
        List<float[]> visited = Walkabout.of(Fmn.withDefaults(), affine, point, Norm.LINF.ball(0.5))
                .visited();
        assertThat(visited)
                .anyMatch(other -> Math.abs(distance(other) - 0.5) < 1e-5)
                .allMatch(other -> distance(other) <= 2);
    }

    private double distance(float[] other) {
        return Math.max(Math.abs(other[0] - 1), Math.abs(other[1] - 0.2f));
    }

    /** The logits are 0 and {@code ‖x‖² - 4}. */
    private static final class Sphere implements DifferentiableClassifier {

        @Override
        public Shape inputShape() {
            return Shape.of(2);
        }

        @Override
        public int classCount() {
            return 2;
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            for (int i = 0; i < count; i++) {
                logits[2 * i] = 0;
                logits[2 * i + 1] = inputs[2 * i] * inputs[2 * i] + inputs[2 * i + 1] * inputs[2 * i + 1] - 4;
            }
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            logits(inputs, count, logits);
            float[] u = new float[2];
            for (int i = 0; i < count; i++) {
                cotangent.write(i, Arrays.copyOfRange(logits, 2 * i, 2 * i + 2), u);
                gradients[2 * i] = 2 * u[1] * inputs[2 * i];
                gradients[2 * i + 1] = 2 * u[1] * inputs[2 * i + 1];
            }
        }
    }
}
