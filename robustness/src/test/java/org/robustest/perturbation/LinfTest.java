package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.robustest.random.RandomStream;

class LinfTest {

    private final RandomStream random = RandomStream.of(3, "ball tests");

    @Test
    void no_point_of_the_region_is_further_than_epsilon_in_exact_arithmetic() {
        for (int trial = 0; trial < 2_000; trial++) {
            double epsilon = Math.pow(10, -6 * random.nextDouble());
            float[] input = {(float) (2 * random.nextDouble() - 1)};
            Region region = linf(epsilon).around(input);
            for (float far : new float[] {10, -10}) {
                float[] point = {far};
                region.project(point);
                BigDecimal distance = new BigDecimal(point[0])
                        .subtract(new BigDecimal(input[0]))
                        .abs();
                assertThat(distance).isLessThanOrEqualTo(new BigDecimal(epsilon));
                assertThat(region.contains(point)).isTrue();
            }
        }
    }

    @Test
    void the_region_reaches_out_to_the_last_float_within_epsilon() {
        for (int trial = 0; trial < 2_000; trial++) {
            double epsilon = Math.pow(10, -6 * random.nextDouble());
            float[] input = {(float) (2 * random.nextDouble() - 1)};
            Region region = linf(epsilon).around(input);
            float[] highest = {10};
            region.project(highest);
            float beyond = Math.nextUp(highest[0]);
            BigDecimal distance = new BigDecimal(beyond).subtract(new BigDecimal(input[0]));
            assertThat(distance).isGreaterThan(new BigDecimal(epsilon));
            assertThat(region.contains(new float[] {beyond})).isFalse();
        }
    }

    @Test
    void projection_clips_to_the_ball_and_to_the_range() {
        Region region = linf(0.25).within(0, 1).around(new float[] {0, 0.5f, 1});
        float[] point = {-1, 0.6f, 2};

        region.project(point);

        assertThat(point).containsExactly(0, 0.6f, 1);
    }

    @Test
    void a_step_goes_in_the_direction_of_the_sign() {
        Region region = linf(0.25).around(new float[] {0, 0, 0});
        float[] point = {0, 0, 0.2f};

        region.ascend(point, new float[] {-1e-30f, 0, 5}, 0.125);

        assertThat(point).containsExactly(-0.125f, 0, 0.25f);
    }

    @Test
    void drawn_points_lie_in_the_region_and_are_uniform() {
        Region region = linf(0.5).within(0, 1).around(new float[] {0.25f});
        int draws = 100_000;
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            float[] point = new float[1];
            region.draw(point, random);
            assertThat(region.contains(point)).isTrue();
            sum += point[0];
        }
        // U(0, 0.75): mean 0.375, five standard errors of 0.75 / sqrt(12 n).
        assertThat(sum / draws).isCloseTo(0.375, within(5 * 0.75 / Math.sqrt(12.0 * draws)));
    }

    @Test
    void an_epsilon_of_zero_leaves_the_input_alone() {
        Region region = linf(0).around(new float[] {0.1f});
        float[] point = {0.7f};

        region.project(point);

        assertThat(point).containsExactly(0.1f);
        assertThat(region.distance(point)).isZero();
    }

    @Test
    void the_distance_is_the_largest_change() {
        Region region = linf(1).around(new float[] {0, 0});

        assertThat(region.distance(new float[] {0.25f, -0.5f})).isEqualTo(0.5);
    }

    @Test
    void nan_lies_in_no_region() {
        assertThat(linf(1).around(new float[] {0}).contains(new float[] {Float.NaN}))
                .isFalse();
    }

    @Test
    void an_input_outside_the_range_is_refused() {
        assertThatThrownBy(() -> linf(0.1).within(0, 1).around(new float[] {0, 1.5f}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the value 1.5 at index 1 of the input lies outside the range [0.0, 1.0]");
    }

    @Test
    void a_negative_or_infinite_epsilon_is_refused() {
        assertThatThrownBy(() -> linf(-0.1)).hasMessageContaining("at least 0, but it was -0.1");
        assertThatThrownBy(() -> linf(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> linf(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
    }

    @Test
    void the_text_of_a_set_is_the_expression_that_makes_it() {
        assertThat(linf(0.01)).hasToString("linf(0.01)");
        assertThat(linf(1e-4)).hasToString("linf(0.00010)");
        assertThat(linf(0.01).within(0, 1)).hasToString("linf(0.01).within(0.0, 1.0)");
    }
}
