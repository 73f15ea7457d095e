package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.baselineWander;
import static org.robustest.perturbation.Perturbations.leadGain;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.powerLine;
import static org.robustest.perturbation.Perturbations.timeShift;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

/** Baseline wander, power line noise, lead gain and time shift. */
class RecordingFaultsTest {

    private final RandomStream random = RandomStream.of(14, "recording faults tests");

    @Test
    void baseline_wander_is_a_sum_of_five_slow_waves_of_each_lead() {
        int length = 200;
        Sample sample = zeros(Shape.of(2, length));
        Region region = baselineWander(0.5, 100).around(sample);
        float[] point = region.origin(sample).input();
        region.draw(point, random);
        float[] input = input(region, point, sample);
        for (int i = 0; i < input.length; i++) {
            double expected = 0;
            for (int wave = 0; wave < 5; wave++) {
                double angle = 2 * Math.PI * (wave + 1) / 10 * (i % length) / 100;
                int parameter = 10 * (i / length) + 2 * wave;
                expected += point[parameter] * Math.cos(angle) + point[parameter + 1] * Math.sin(angle);
            }
            assertThat((double) input[i]).isCloseTo(expected / (5 * Math.sqrt(2)), within(1e-7));
        }
    }

    @Test
    void baseline_wander_moves_no_value_by_more_than_its_amplitude() {
        Sample sample = SampleExample.drawn(Shape.of(1, 1_000), random);
        Region region = baselineWander(0.1, 100).around(sample);
        for (int trial = 0; trial < 100; trial++) {
            float[] point = SampleExample.uniform(10, -1, 1, random);
            for (int i = 0; i < 10; i++) {
                point[i] = Math.signum(point[i]);
            }
            region.project(point);
            assertThat(linf(0.1).around(sample).contains(input(region, point, sample)))
                    .isTrue();
        }
    }

    @Test
    void power_line_noise_has_any_phase_and_reaches_its_amplitude() {
        Sample sample = zeros(Shape.of(3, 500));
        Region region = powerLine(0.25, 50, 500).around(sample);
        for (int degrees = 0; degrees < 360; degrees += 30) {
            double phase = Math.toRadians(degrees);
            float[] point = {(float) (0.25 * Math.cos(phase)), (float) (0.25 * Math.sin(phase))};
            region.project(point);
            float[] input = input(region, point, sample);
            for (int i = 0; i < input.length; i++) {
                double expected = 0.25 * Math.cos(2 * Math.PI * 50 * (i % 500) / 500 - phase);
                assertThat((double) input[i]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void the_gain_of_a_lead_multiplies_its_values() {
        Sample sample = SampleExample.of(Shape.of(2, 3), 1, -2, 4, 8, 0, -1);
        Region region = leadGain(0.5).around(sample);
        assertThat(input(region, new float[] {0.5f, -0.25f}, sample)).containsExactly(1.5f, -3, 6, 6, 0, -0.75f);
        assertThat(region.contains(new float[] {0.5f, -0.5f})).isTrue();
        assertThat(region.contains(new float[] {Math.nextUp(0.5f), 0})).isFalse();
    }

    @Test
    void a_whole_shift_moves_the_values_of_every_channel() {
        Sample sample = SampleExample.of(Shape.of(2, 4), 1, 2, 4, 8, 5, 6, 7, 9);
        Region region = timeShift(2).around(sample);
        assertThat(input(region, new float[] {1}, sample)).containsExactly(1, 1, 2, 4, 5, 5, 6, 7);
        assertThat(input(region, new float[] {-2}, sample)).containsExactly(4, 8, 8, 8, 7, 9, 9, 9);
    }

    @Test
    void a_shift_between_two_values_takes_the_line_through_them() {
        Sample sample = SampleExample.of(Shape.of(4), 1, 2, 4, 8);
        Region region = timeShift(2).around(sample);
        assertThat(input(region, new float[] {0.25f}, sample)).containsExactly(1, 1.75f, 3.5f, 7);
        assertThat(input(region, new float[] {-1.5f}, sample)).containsExactly(3, 6, 8, 8);
    }

    @Test
    void a_masked_gain_leaves_the_other_channels_alone() {
        Sample sample = SampleExample.of(Shape.of(2, 2), 1, 2, 4, 8);
        Region region = leadGain(0.5).onChannels(1).around(sample);
        assertThat(input(region, new float[] {0.5f, 0.5f}, sample)).containsExactly(1, 2, 6, 12);
    }

    @Test
    void faults_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> leadGain(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the gain of a lead may change by a fraction from 0 to 1, but it was 1.5; a larger one would turn"
                                + " the lead over");
        assertThatThrownBy(() -> powerLine(0.1, 60, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "power line noise has a frequency of 60.0 Hz, but a signal sampled at 100.0 Hz holds those above"
                                + " 0 and up to 50.0 Hz");
        assertThatThrownBy(() -> baselineWander(0.1, 0.5))
                .hasMessageContaining("baseline wander has a frequency of 0.5 Hz");
        assertThatThrownBy(() -> baselineWander(Double.NaN, 100))
                .hasMessage("the amplitude of baseline wander must be finite and at least 0, but it was NaN");
        assertThatThrownBy(() -> powerLine(0.1, Double.NaN, 100)).hasMessageContaining("NaN Hz");
        assertThatThrownBy(() -> timeShift(-1)).hasMessageContaining("the largest shift must be finite and at least 0");
    }

    @Test
    void the_text_of_a_set_is_the_expression_that_makes_it() {
        assertThat(baselineWander(0.1, 125)).hasToString("baselineWander(0.1, 125.0)");
        assertThat(powerLine(0.1, 50, 125)).hasToString("powerLine(0.1, 50.0, 125.0)");
        assertThat(leadGain(0.1).onChannels(0, 1)).hasToString("leadGain(0.1).where(channels(0, 1))");
        assertThat(timeShift(2.5).within(0, 1)).hasToString("timeShift(2.5).within(0.0, 1.0)");
    }

    private static Sample zeros(Shape shape) {
        float[] input = new float[shape.size()];
        Arrays.fill(input, 0);
        return SampleExample.of(shape, input);
    }

    private static float[] input(Region region, float[] point, Sample sample) {
        float[] input = new float[sample.shape().size()];
        region.toInput(point, input);
        return input;
    }
}
