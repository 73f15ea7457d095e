package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.InputRange;

class NormBallTest {

    private static final int SIZE = 12;

    private final RandomStream random = RandomStream.of(4, "norm ball tests");

    @Test
    void the_projection_onto_an_l1_ball_is_no_rescaling() {
        assertThat(projected(l1(2), 0, 0, 3, 1)).containsExactly(new float[] {2, 0}, within(1e-6f));
        assertThat(projected(l1(1), 0, 0, 0.8f, 0.6f)).containsExactly(new float[] {0.6f, 0.4f}, within(1e-6f));
    }

    @Test
    void the_projection_onto_an_l2_ball_scales() {
        assertThat(projected(l2(2.5), 0, 0, 3, -4)).containsExactly(new float[] {1.5f, -2}, within(1e-6f));
    }

    @Test
    void the_projection_onto_a_ball_in_a_range_uses_the_length_that_the_range_leaves() {
        // Clipping (3, 4) to the ball first and to the range afterwards would give (1, 4 * 5 / 5) = (1, 4) for radius
        // 5.
        NormBall set = l2(5).within(-1, 10);
        assertThat(projected(set, 0.5f, 0, -8, 8))
                .containsExactly(new float[] {-1, (float) Math.sqrt(25 - 2.25)}, within(1e-5f));
        // Of the length 1, the first value can use 0.25; the threshold falls until the second uses the rest.
        assertThat(projected(l1(1).within(0, 1), 0.75f, 0, 9, 2))
                .containsExactly(new float[] {1, 0.75f}, within(1e-6f));
    }

    /** A point x* of a convex set is the nearest to p exactly if no point y of the set has (p - x*)·(y - x*) > 0. */
    @ParameterizedTest
    @EnumSource
    void no_point_of_the_region_is_nearer_than_the_projection(Norm norm) {
        for (int trial = 0; trial < 300; trial++) {
            float[] input = uniform(0, 1);
            Region region = norm.ball(0.01 + random.nextDouble())
                    .within(new InputRange(0, 1))
                    .around(input);
            float[] point = uniform(-1, 2);
            float[] nearest = point.clone();
            region.project(nearest);
            assertThat(region.contains(nearest)).isTrue();
            for (int i = 0; i < 30; i++) {
                float[] other = drawn(region);
                double product = 0;
                for (int j = 0; j < SIZE; j++) {
                    product += ((double) point[j] - nearest[j]) * ((double) other[j] - nearest[j]);
                }
                assertThat(product).isLessThan(1e-5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_support_function_is_attained_and_never_exceeded(Norm norm) {
        for (int trial = 0; trial < 300; trial++) {
            InputRange range = trial % 3 == 0 ? InputRange.UNBOUNDED : new InputRange(0, 1);
            Region region = norm.ball(trial % 10 == 0 ? 0 : 0.01 + 2 * random.nextDouble())
                    .within(range)
                    .around(uniform(0, 1));
            float[] gradient = uniform(-1, 1);
            double[] weights = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                gradient[i] = trial % 7 == 0 && i > 3 ? 0 : gradient[i];
                weights[i] = gradient[i];
            }
            float[] best = new float[SIZE];
            region.maximize(gradient, best);
            double[] lower = new double[SIZE];
            double[] upper = new double[SIZE];
            region.box(lower, upper);
            double attained = 0;
            for (int i = 0; i < SIZE; i++) {
                attained += weights[i] * best[i];
                assertThat((double) best[i]).isBetween(lower[i], upper[i]);
            }
            assertThat(region.support(weights)).isBetween(attained, attained + 1e-5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_point_of_the_region_has_a_larger_value_of_a_linear_function_than_its_maximum(Norm norm) {
        for (int trial = 0; trial < 300; trial++) {
            float[] input = uniform(0, 1);
            Region region = norm.ball(0.01 + random.nextDouble())
                    .within(new InputRange(0, 1))
                    .around(input);
            float[] gradient = uniform(-1, 1);
            float[] best = new float[SIZE];
            region.maximize(gradient, best);
            assertThat(region.contains(best)).isTrue();
            for (int i = 0; i < 30; i++) {
                float[] other = i == 0 ? ascended(region, input, gradient) : drawn(region);
                assertThat(dot(gradient, other)).isLessThan(dot(gradient, best) + 1e-5);
            }
        }
    }

    /** Hölder's inequality holds with equality at the maximum. */
    @ParameterizedTest
    @EnumSource
    void without_a_range_the_maximum_grows_by_epsilon_times_the_dual_norm(Norm norm) {
        float[] input = uniform(-1, 1);
        float[] gradient = uniform(-1, 1);
        Region region = norm.ball(0.5).around(input);
        float[] best = new float[SIZE];
        region.maximize(gradient, best);
        assertThat(dot(gradient, best) - dot(gradient, input)).isCloseTo(0.5 * region.dualNorm(gradient), within(1e-5));
        assertThat(region.distance(best)).isCloseTo(0.5, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void drawn_points_and_steps_stay_in_the_region_in_exact_arithmetic(Norm norm) {
        for (int trial = 0; trial < 500; trial++) {
            double epsilon = Math.pow(10, -5 * random.nextDouble());
            float[] input = uniform(0, 1);
            Region region = norm.ball(epsilon).within(new InputRange(0, 1)).around(input);
            float[] point = drawn(region);
            assertWithin(norm, epsilon, input, point);
            region.ascend(point, uniform(-1, 1), 2 * epsilon * random.nextDouble());
            assertWithin(norm, epsilon, input, point);
            assertThat(region.contains(point)).isTrue();
        }
    }

    private static void assertWithin(Norm norm, double epsilon, float[] input, float[] point) {
        BigDecimal largest = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < input.length; i++) {
            BigDecimal size =
                    new BigDecimal(point[i]).subtract(new BigDecimal(input[i])).abs();
            largest = largest.max(size);
            sum = sum.add(size);
            squares = squares.add(size.multiply(size));
            assertThat(point[i]).isBetween(0f, 1f);
        }
        BigDecimal length = switch (norm) {
            case LINF -> largest;
            case L1 -> sum;
            case L2 -> squares.sqrt(MathContext.DECIMAL128);
        };
        assertThat(length).isLessThanOrEqualTo(new BigDecimal(epsilon));
    }

    /** The mean of a coordinate's square is 1 / (n + 2) in the unit L2 ball and 2 / ((n + 1)(n + 2)) in the unit L1 ball. */
    @Test
    void drawn_points_fill_the_ball_evenly() {
        assertThat(meanSquare(Norm.L2)).isCloseTo(1.0 / (SIZE + 2), within(2e-3));
        assertThat(meanSquare(Norm.L1)).isCloseTo(2.0 / ((SIZE + 1) * (SIZE + 2)), within(5e-4));
    }

    private double meanSquare(Norm norm) {
        Region region = norm.ball(1).around(new float[SIZE]);
        double sum = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            float first = drawn(region)[0];
            sum += first * first;
        }
        return sum / draws;
    }

    @ParameterizedTest
    @EnumSource
    void an_epsilon_of_zero_leaves_the_input_alone(Norm norm) {
        float[] input = uniform(0, 1);
        Region region = norm.ball(0).around(input);
        float[] point = uniform(0, 1);
        region.project(point);
        assertThat(point).containsExactly(input);
        region.maximize(uniform(-1, 1), point);
        assertThat(point).containsExactly(input);
    }

    @ParameterizedTest
    @EnumSource
    void a_gradient_of_zero_moves_nothing(Norm norm) {
        float[] input = uniform(0, 1);
        Region region = norm.ball(0.25).around(input);
        float[] point = input.clone();
        region.ascend(point, new float[SIZE], 0.1);
        assertThat(point).containsExactly(input);
    }

    @Test
    void the_text_of_a_set_is_the_expression_that_makes_it() {
        assertThat(l2(0.5).within(0, 1)).hasToString("l2(0.5).within(0.0, 1.0)");
        assertThat(l1(3)).hasToString("l1(3.0)");
    }

    private static float[] projected(NormBall set, float x, float y, float toX, float toY) {
        float[] point = {toX, toY};
        set.around(new float[] {x, y}).project(point);
        return point;
    }

    private static float[] ascended(Region region, float[] input, float[] gradient) {
        float[] point = input.clone();
        region.ascend(point, gradient, 10);
        return point;
    }

    private float[] drawn(Region region) {
        float[] point = new float[SIZE];
        region.draw(point, random);
        return point;
    }

    private float[] uniform(double low, double high) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return values;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
