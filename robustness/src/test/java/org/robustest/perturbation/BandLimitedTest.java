package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.bandLimited;
import static org.robustest.perturbation.Perturbations.muscleNoise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

class BandLimitedTest {

    private final RandomStream random = RandomStream.of(13, "band tests");

    /** At 100 Hz a signal of L values has the frequencies 100 k / L. */
    @ParameterizedTest
    @CsvSource({"40, 10, 20", "41, 10, 20", "40, 0, 50", "41, 0, 50", "40, 0, 5", "40, 45, 50"})
    void there_is_no_energy_outside_of_the_band(int length, double lowHz, double highHz) {
        Sample sample = zeros(Shape.of(2, length));
        Region region = bandLimited(1, lowHz, highHz, 100).around(sample);
        for (int trial = 0; trial < 20; trial++) {
            float[] point = drawn(region, sample);
            for (double[] row : changes(region, point, sample.shape())) {
                for (int k = 0; 2 * k <= length; k++) {
                    double hertz = 100.0 * k / length;
                    if (hertz < lowHz || hertz > highHz) {
                        assertThat(NaiveNoise.energy(row, k)).isLessThan(1e-12);
                    }
                }
            }
        }
    }

    /** Whatever lies in the band is reached: the best answer to a signal is its part in the band. */
    @ParameterizedTest
    @CsvSource({"40, 10, 20", "41, 10, 20", "40, 0, 50", "41, 0, 50", "40, 45, 50"})
    void the_steepest_direction_is_the_part_of_the_gradient_in_the_band(int length, double lowHz, double highHz) {
        Sample sample = zeros(Shape.of(length));
        Region region = bandLimited(0.5, lowHz, highHz, 100).around(sample);
        float[] inputGradient = SampleExample.uniform(length, -1, 1, random);
        double[] signal = new double[length];
        for (int t = 0; t < length; t++) {
            signal[t] = inputGradient[t];
        }
        double energy = 0;
        for (int k = 0; 2 * k <= length; k++) {
            double hertz = 100.0 * k / length;
            energy += hertz < lowHz || hertz > highHz ? 0 : NaiveNoise.energy(signal, k);
        }
        float[] best = region.origin(sample).input();
        float[] gradient = best.clone();
        region.pullBack(best, inputGradient, gradient);
        region.maximize(gradient, best);
        float[] input = new float[length];
        region.toInput(best, input);
        assertThat(region.dualNorm(gradient)).isCloseTo(Math.sqrt(energy), within(1e-6));
        assertThat(SampleExample.dot(inputGradient, input)).isCloseTo(0.5 * Math.sqrt(energy), within(1e-5));
    }

    @Test
    void the_euclidean_length_over_all_channels_is_at_most_epsilon() {
        Sample sample = zeros(Shape.of(3, 40));
        Region region = bandLimited(0.25, 10, 20, 100).around(sample);
        for (int trial = 0; trial < 200; trial++) {
            float[] point = drawn(region, sample);
            double squares = 0;
            for (double[] row : changes(region, point, sample.shape())) {
                for (double change : row) {
                    squares += change * change;
                }
            }
            assertThat(Math.sqrt(squares)).isCloseTo(region.distance(point), within(1e-6));
            assertThat(Math.sqrt(squares)).isLessThanOrEqualTo(0.25 + 1e-7);
        }
    }

    @Test
    void muscle_noise_is_bounded_in_its_mean_square_and_lies_above_20_hertz() {
        Sample sample = zeros(Shape.of(2, 100));
        Region region = muscleNoise(0.05, 250).around(sample);
        float[] ones = region.origin(sample).input();
        float[] best = ones.clone();
        for (int i = 0; i < ones.length; i++) {
            ones[i] = i + 1;
        }
        region.maximize(ones, best);
        double squares = 0;
        for (double[] row : changes(region, best, sample.shape())) {
            for (double change : row) {
                squares += change * change;
            }
            for (int k = 0; k <= 50; k++) {
                double hertz = 2.5 * k;
                if (hertz < 20 || hertz > 100) {
                    assertThat(NaiveNoise.energy(row, k)).isLessThan(1e-12);
                }
            }
        }
        assertThat(Math.sqrt(squares / 200)).isCloseTo(0.05, within(1e-6));
    }

    @Test
    void a_band_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> bandLimited(1, 20, 60, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a band needs 0 <= low < high <= half the sampling rate, which is 50.0 Hz, but low was 20.0 Hz"
                                + " and high was 60.0 Hz");
        assertThatThrownBy(() -> bandLimited(1, 20, 10, 100)).hasMessageContaining("low was 20.0 Hz and high was 10.0");
        assertThatThrownBy(() -> bandLimited(1, 1, 2, Double.NaN))
                .hasMessageContaining("sampling rate must be positive");
        assertThatThrownBy(() -> bandLimited(-1, 10, 20, 100)).hasMessageContaining("at least 0, but it was -1.0");
        assertThatThrownBy(() -> muscleNoise(0.1, 30)).hasMessageContaining("low was 20.0 Hz and high was 15.0 Hz");
    }

    @Test
    void a_band_between_two_frequencies_of_the_input_is_refused() {
        assertThatThrownBy(() -> bandLimited(1, 11, 12, 100).around(zeros(Shape.of(2, 20))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no frequency of an input of 20 values lies between 11.0 and 12.0 Hz: at 100.0 Hz they are the"
                                + " multiples of 5.0 Hz; widen the band, or test longer inputs");
    }

    @Test
    void the_text_of_a_set_is_the_expression_that_makes_it() {
        assertThat(bandLimited(0.5, 10, 20, 125)).hasToString("bandLimited(0.5, 10.0, 20.0, 125.0)");
        assertThat(muscleNoise(0.05, 250).between(0, 5)).hasToString("muscleNoise(0.05, 250.0).where(between(0, 5))");
    }

    private static Sample zeros(Shape shape) {
        return SampleExample.of(shape, new float[shape.size()]);
    }

    private float[] drawn(Region region, Sample sample) {
        float[] point = region.origin(sample).input();
        region.draw(point, random);
        return point;
    }

    private static double[][] changes(Region region, float[] point, Shape shape) {
        float[] input = new float[shape.size()];
        region.toInput(point, input);
        int length = shape.dimension(1);
        double[][] rows = new double[shape.dimension(0)][length];
        for (int i = 0; i < input.length; i++) {
            rows[i / length][i % length] = input[i];
        }
        return rows;
    }
}
