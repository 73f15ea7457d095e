package org.robustest.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.robustest.perturbation.Perturbations;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class DescriptionTest {

    @Test
    void a_sparkline_goes_from_the_lowest_block_to_the_highest() {
        assertThat(Sparkline.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, "12345678"))
                .isEqualTo("12345678");
        assertThat(Sparkline.of(new float[] {-1, 1, -1}, "12345678")).isEqualTo("181");
    }

    @Test
    void a_flat_signal_is_a_flat_line() {
        assertThat(Sparkline.of(new float[] {3, 3, 3}, "12345678")).isEqualTo("111");
    }

    @Test
    void a_long_signal_is_averaged_to_a_line_of_sixty_four_places() {
        float[] ramp = new float[6400];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i;
        }

        assertThat(Sparkline.of(ramp, "12345678"))
                .isEqualTo("11111111222222223333333344444444555555556666666677777777" + "88888888");
    }

    @Test
    void a_sample_is_shown_by_its_first_channel() {
        Samples samples = Samples.builder(Shape.of(6, 2), List.of("one", "two"))
                .add("a", new float[] {0, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 1)
                .build();

        assertThat(Description.of(samples.get(0)).lines())
                .hasSize(2)
                .anySatisfy(
                        line -> assertThat(line).startsWith("  input ").endsWith("0.000 to 5.000 (channel 0 of 6)"));
    }

    @Test
    void a_perturbation_is_described_by_its_size_and_how_it_was_chosen() {
        Subject subject = new Subject(Alarm.samples(), Perturbations.linf(0.25).within(0, 1), Optional.empty());
        Sample sample = subject.samples().get(0);
        float[] point = sample.input();
        point[1] += 0.125f;

        assertThat(new PerturbedSample(subject, sample, subject.set().around(sample), point, "hand").toString())
                .startsWith("quiet/0 of class quiet, 1 of [8] values changed by 0.1250 in"
                        + " linf(0.25).within(0.0, 1.0), chosen: hand")
                .contains("0.000 to 0.1250");
    }

    @Test
    void of_several_channels_the_one_that_is_changed_most_is_shown() {
        Samples samples = Samples.builder(Shape.of(6, 2), List.of("one", "two"))
                .add("a", new float[12], 1)
                .build();
        Subject subject = new Subject(samples, Perturbations.linf(1), Optional.empty());
        float[] point = {0, 0.125f, 0, 0, 0, 0.5f, 0, 0, 0, 0.25f, 0, 0};
        Region region = subject.set().around(samples.get(0));

        assertThat(new PerturbedSample(subject, samples.get(0), region, point, "hand").toString())
                .contains("0.000 to 0.5000 (channel 2 of 6)")
                .hasLineCount(3);
    }
}
