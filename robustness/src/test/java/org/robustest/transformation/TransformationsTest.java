package org.robustest.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class TransformationsTest {

    private static final int LENGTH = 500;
    private static final double RATE = 250;

    /** Two leads: a wave of 8 Hz around 3, and one of 4 Hz and another size. */
    private final Sample sample =
            sample(t -> 3 + Math.sin(2 * Math.PI * 8 * t / RATE), t -> 0.2 * Math.cos(2 * Math.PI * 4 * t / RATE));

    @Test
    void a_shift_is_exact_and_holds_the_ends() {
        Sample small = Samples.builder(Shape.of(2, 4), List.of("a", "b"))
                .add("x", new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 0)
                .build()
                .get(0);
        assertThat(Transformations.timeShift(1).apply(small, 0)).containsExactly(1, 1, 2, 3, 5, 5, 6, 7);
        assertThat(Transformations.timeShift(-2).apply(small, 0)).containsExactly(3, 4, 4, 4, 7, 8, 8, 8);
        assertThat(Transformations.timeShift(Integer.MIN_VALUE).apply(small, 0))
                .containsExactly(4, 4, 4, 4, 8, 8, 8, 8);
        assertThat(Transformations.timeShift(0).apply(small, 0)).isEqualTo(small.input());
    }

    @Test
    void a_scale_multiplies_and_lead_faults_change_the_leads_that_are_named() {
        Sample small = Samples.builder(Shape.of(2, 2), List.of("a", "b"))
                .add("x", new float[] {1, 2, 3, -4}, 0)
                .build()
                .get(0);
        assertThat(Transformations.amplitudeScale(1.5).apply(small, 0)).containsExactly(1.5F, 3, 4.5F, -6);
        assertThat(Transformations.leadInversion(1).apply(small, 0)).containsExactly(1, 2, -3, 4);
        assertThat(Transformations.leadDropOut(0).apply(small, 0)).containsExactly(0, 0, 3, -4);
        assertThat(Transformations.leadDropOut(0, 1).within(-1, 2).apply(small, 0))
                .containsOnly(0F, -0F);
        assertThat(small.input()).containsExactly(1, 2, 3, -4);
    }

    @Test
    void a_limit_holds_values_at_its_ends() {
        float[] values = Transformations.amplitudeScale(1).within(2.5, 3.5).apply(sample, 0);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(Math.max(2.5F, Math.min(3.5F, sample.input()[i])));
        }
    }

    @Test
    void resampling_to_a_multiple_and_back_changes_nothing() {
        assertThat(Transformations.resampling(RATE, 2 * RATE).apply(sample, 0)).isEqualTo(sample.input());
    }

    @Test
    void resampling_leaves_straight_lines_as_they_are() {
        Sample line = sample(t -> 0.25 * t - 7, t -> 2);
        float[] values = Transformations.resampling(RATE, 100).apply(line, 0);
        // The last value that 100 Hz have is at 498 / 250 s; what is behind it stays there.
        for (int t = 0; t <= 497; t++) {
            assertThat(values[t]).isCloseTo(line.input()[t], offset(1e-4F));
        }
        assertThat(values[LENGTH + 250]).isEqualTo(2);
    }

    /** Every other value is left; those between become the mean of their neighbours, which is cos(2π f / rate) times a wave. */
    @Test
    void resampling_to_half_the_rate_weakens_a_wave_by_the_cosine_of_its_step() {
        Sample wave = sample(t -> Math.sin(2 * Math.PI * 30 * t / RATE), t -> 0);
        float[] values = Transformations.resampling(RATE, RATE / 2).apply(wave, 0);
        double weaker = Math.cos(2 * Math.PI * 30 / RATE);
        for (int t = 0; t < LENGTH - 1; t++) {
            double expected = wave.input()[t] * (t % 2 == 0 ? 1 : weaker);
            assertThat((double) values[t]).isCloseTo(expected, offset(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-6, 0, 10, 24})
    void noise_has_the_ratio_that_is_asked_for_in_each_lead(double decibels) {
        for (Transformation noise : List.of(
                Transformations.baselineWander(decibels, RATE),
                Transformations.powerLine(decibels, 50, RATE),
                Transformations.muscleNoise(decibels, RATE))) {
            double[] added = added(noise, 5);
            // The waves of the sample have whole numbers of periods: their power is half the square of the amplitude.
            assertThat(10 * Math.log10(0.5 / power(added, 0)))
                    .as(noise.toString())
                    .isCloseTo(decibels, offset(1e-3));
            assertThat(10 * Math.log10(0.02 / power(added, LENGTH)))
                    .as(noise.toString())
                    .isCloseTo(decibels, offset(1e-3));
        }
    }

    @Test
    void power_line_noise_is_a_sine_of_the_frequency_of_the_mains() {
        double[] added = added(Transformations.powerLine(0, 50, RATE), 5);
        // 50 Hz make 100 periods of 500 values at 250 Hz; all power is there.
        assertThat(spectrum(added, 100)).isCloseTo(power(added, 0), offset(1e-5));
        // Both leads have the same phase.
        for (int t = 0; t < LENGTH; t++) {
            assertThat(added[LENGTH + t]).isCloseTo(0.2 * added[t], offset(1e-5));
        }
    }

    @Test
    void muscle_noise_has_no_power_outside_of_its_band() {
        double[] added = added(Transformations.muscleNoise(0, RATE), 5);
        double inside = 0;
        double outside = 0;
        for (int k = 0; k <= LENGTH / 2; k++) {
            double hertz = k * RATE / LENGTH;
            if (hertz >= 20 && hertz <= 100) {
                inside += spectrum(added, k);
            } else {
                outside += spectrum(added, k);
            }
        }
        assertThat(outside).isLessThan(1e-10);
        assertThat(inside).isCloseTo(power(added, 0), offset(1e-6));
    }

    @Test
    void baseline_wander_is_slow() {
        double[] added = added(Transformations.baselineWander(0, RATE), 5);
        // No wave is faster than 0.5 Hz, so that a step is at most 2π 0.5 / 250 of the sum of the amplitudes; these are
        // drawn from 0..1.
        double largestStep = 0;
        for (int t = 1; t < LENGTH; t++) {
            largestStep = Math.max(largestStep, Math.abs(added[t] - added[t - 1]));
        }
        assertThat(largestStep).isLessThan(0.1 * Math.sqrt(power(added, 0)));
    }

    @Test
    void noise_depends_on_the_seed_and_the_sample_and_on_nothing_else() {
        Transformation noise = Transformations.muscleNoise(10, RATE);
        assertThat(noise.apply(sample, 5)).isEqualTo(noise.apply(sample, 5)).isNotEqualTo(noise.apply(sample, 6));
        Sample other = Samples.builder(sample.shape(), List.of("a", "b"))
                .add("other", sample.input(), 0)
                .build()
                .get(0);
        assertThat(noise.apply(other, 5)).isNotEqualTo(noise.apply(sample, 5));
    }

    @Test
    void a_flat_lead_gets_no_noise() {
        Sample flat = sample(t -> Math.sin(t), t -> 2);
        for (int seed = 0; seed < 3; seed++) {
            float[] values = Transformations.muscleNoise(0, RATE).apply(flat, seed);
            assertThat(values[LENGTH + 77]).isEqualTo(2);
        }
    }

    @Test
    void each_is_named_by_the_expression_that_makes_it() {
        assertThat(Transformations.timeShift(3)).hasToString("timeShift(3)");
        assertThat(Transformations.leadInversion(0, 2)).hasToString("leadInversion(0, 2)");
        assertThat(Transformations.powerLine(20, 50, 360).within(0, 1))
                .hasToString("powerLine(20.0, 50.0, 360.0).within(0.0, 1.0)");
        assertThat(Transformations.resampling(360, 125)).hasToString("resampling(360.0, 125.0)");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Transformations.amplitudeScale(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Transformations.leadDropOut());
        assertThatIllegalArgumentException().isThrownBy(() -> Transformations.leadInversion(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transformations.leadInversion(2).apply(sample, 0))
                .withMessageContaining("channel 2, but the inputs have 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Transformations.resampling(0, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transformations.powerLine(10, 60, 100))
                .withMessageContaining("60.0 Hz cannot be heard");
        assertThatIllegalArgumentException().isThrownBy(() -> Transformations.muscleNoise(Double.NaN, 250));
        Sample image = Samples.builder(Shape.of(1, 2, 2), List.of("a", "b"))
                .add("image", new float[4], 0)
                .build()
                .get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transformations.timeShift(1).apply(image, 0))
                .withMessageContaining("[1, 2, 2]");
    }

    private double[] added(Transformation noise, long seed) {
        float[] before = sample.input();
        float[] after = noise.apply(sample, seed);
        double[] added = new double[after.length];
        for (int i = 0; i < added.length; i++) {
            added[i] = (double) after[i] - before[i];
        }
        return added;
    }

    private static double power(double[] values, int from) {
        double sum = 0;
        for (int t = from; t < from + LENGTH; t++) {
            sum += values[t] * values[t];
        }
        return sum / LENGTH;
    }

    /** The mean square of the part of the first lead that has k periods. */
    private static double spectrum(double[] values, int k) {
        double real = 0;
        double imaginary = 0;
        for (int t = 0; t < LENGTH; t++) {
            real += values[t] * Math.cos(2 * Math.PI * k * t / LENGTH);
            imaginary += values[t] * Math.sin(2 * Math.PI * k * t / LENGTH);
        }
        double squared = (real * real + imaginary * imaginary) / LENGTH / LENGTH;
        return k == 0 || 2 * k == LENGTH ? squared : 2 * squared;
    }

    private static Sample sample(IntToDoubleFunction first, IntToDoubleFunction second) {
        float[] values = new float[2 * LENGTH];
        for (int t = 0; t < LENGTH; t++) {
            values[t] = (float) first.applyAsDouble(t);
            values[LENGTH + t] = (float) second.applyAsDouble(t);
        }
        return Samples.builder(Shape.of(2, LENGTH), List.of("a", "b"))
                .add("waves", values, 0)
                .build()
                .get(0);
    }
}
