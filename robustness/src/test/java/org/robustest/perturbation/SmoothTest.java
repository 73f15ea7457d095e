package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.smooth;
import static org.robustest.perturbation.SmoothingKernel.gaussian;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

class SmoothTest {

    private static final int LENGTH = 60;

    private final RandomStream random = RandomStream.of(12, "smooth tests");

    @Test
    void the_changes_are_the_mean_of_five_convolutions() {
        Sample sample = SampleExample.of(Shape.of(2, LENGTH), new float[2 * LENGTH]);
        Region region = smooth(1).around(sample);
        float[] noise = drawn(region, 2 * LENGTH);
        float[] input = input(region, noise);
        for (int channel = 0; channel < 2; channel++) {
            double[] row = new double[LENGTH];
            for (int t = 0; t < LENGTH; t++) {
                row[t] = noise[channel * LENGTH + t];
            }
            double[] expected = NaiveNoise.smooth(row);
            for (int t = 0; t < LENGTH; t++) {
                assertThat((double) input[channel * LENGTH + t]).isCloseTo(expected[t], within(1e-7));
            }
        }
    }

    @Test
    void constant_noise_stays_constant_in_the_interior() {
        Sample sample = SampleExample.of(Shape.of(LENGTH), new float[LENGTH]);
        Region region = smooth(0.5).around(sample);
        float[] ones = new float[LENGTH];
        Arrays.fill(ones, 1);
        float[] highest = new float[LENGTH];
        region.maximize(ones, highest);
        float[] input = input(region, highest);
        for (int t = 9; t < LENGTH - 9; t++) {
            assertThat(input[t]).isCloseTo(0.5f, within(1e-6f));
        }
        assertThat(input[0]).isLessThan(0.4f);
    }

    /** The box has exact bounds, see {@link LinfTest}. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 0.01, 0.25, 0.3})
    void no_value_changes_by_more_than_epsilon_in_exact_arithmetic(double epsilon) {
        for (int trial = 0; trial < 200; trial++) {
            Sample sample = SampleExample.drawn(Shape.of(LENGTH), random);
            Region region = smooth(epsilon).around(sample);
            float[] farthest = new float[LENGTH];
            Arrays.fill(farthest, trial % 2 == 0 ? 1 : -1);
            region.project(farthest);
            assertThat(linf(epsilon).around(sample).contains(input(region, farthest)))
                    .isTrue();
        }
    }

    @Test
    void the_changes_are_far_smoother_than_the_noise() {
        Sample sample = SampleExample.of(Shape.of(LENGTH), new float[LENGTH]);
        Region region = smooth(1).around(sample);
        for (int trial = 0; trial < 50; trial++) {
            float[] noise = drawn(region, LENGTH);
            assertThat(curvature(input(region, noise))).isLessThan(curvature(noise) / 20);
        }
    }

    private static double curvature(float[] values) {
        double sum = 0;
        for (int t = 1; t + 1 < values.length; t++) {
            double second = (double) values[t - 1] - 2 * values[t] + values[t + 1];
            sum += second * second;
        }
        return sum;
    }

    @Test
    void a_kernel_that_is_not_symmetric_spreads_forwards_in_time() {
        Sample sample = SampleExample.of(Shape.of(5), new float[5]);
        Region region = smooth(1, SmoothingKernel.of(0, 0.25, 0.5)).around(sample);
        assertThat(input(region, new float[] {0, 0, 1, 0, 1}))
                .containsExactly(new float[] {0, 0, 0.25f, 0.5f, 0.25f}, within(1e-6f));
    }

    @Test
    void values_stop_at_the_ends_of_the_range() {
        Sample sample = SampleExample.of(Shape.of(40), new float[40]);
        Region region = smooth(0.5).within(0, 0.25).around(sample);
        float[] point = new float[40];
        Arrays.fill(point, 0, 20, -0.5f);
        Arrays.fill(point, 20, 40, 0.5f);
        float[] input = input(region, point);
        assertThat(input[5]).isZero();
        assertThat(input[30]).isEqualTo(0.25f);
        float[] gradient = new float[40];
        float[] ones = new float[40];
        Arrays.fill(ones, 1);
        region.pullBack(point, ones, gradient);
        assertThat(gradient[0]).isZero();
        assertThat(gradient[20]).isPositive();
    }

    @Test
    void kernels_that_would_let_noise_grow_are_refused() {
        assertThatThrownBy(() -> SmoothingKernel.of(0.5, 0.5, -0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must add up to at most 1")
                .hasMessageContaining("add up to 1.5");
        assertThatThrownBy(() -> SmoothingKernel.of(0.5, 0.5)).hasMessageContaining("odd number of weights");
        assertThatThrownBy(() -> gaussian(4, 1)).hasMessageContaining("but it was 4");
        assertThatThrownBy(() -> gaussian(5, 0)).hasMessageContaining("positive and finite, but it was 0.0");
        assertThatThrownBy(() -> smooth(0.1, new SmoothingKernel[0])).hasMessageContaining("at least one kernel");
        assertThatThrownBy(() -> smooth(-1)).hasMessageContaining("at least 0, but it was -1.0");
    }

    @Test
    void an_input_without_time_is_refused() {
        Sample image = SampleExample.drawn(Shape.of(1, 2, 2), random);
        assertThatThrownBy(() -> smooth(0.1).around(image))
                .hasMessageContaining("smooth noise needs inputs of shape [L] or [C, L]");
    }

    @Test
    void an_input_outside_the_range_is_refused() {
        assertThatThrownBy(() -> smooth(0.1).within(0, 1).around(SampleExample.of(Shape.of(2), 0, 1.5f)))
                .hasMessage("the value 1.5 at index 1 of the input lies outside the range [0.0, 1.0]");
    }

    @Test
    void the_text_of_a_set_is_the_expression_that_makes_it() {
        assertThat(smooth(0.05).onChannels(0).within(0, 1))
                .hasToString("smooth(0.05).where(channels(0)).within(0.0, 1.0)");
        assertThat(smooth(0.05, gaussian(5, 1), SmoothingKernel.of(0.5)))
                .hasToString("smooth(0.05, gaussian(5, 1.0), of(0.5))");
    }

    private float[] drawn(Region region, int size) {
        float[] point = new float[size];
        region.draw(point, random);
        return point;
    }

    private static float[] input(Region region, float[] point) {
        float[] input = new float[point.length];
        region.toInput(point, input);
        return input;
    }
}
