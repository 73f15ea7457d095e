package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.SampleExample.uniform;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

class MaskTest {

    private static final Shape SHAPE = Shape.of(3, 4);

    private final RandomStream random = RandomStream.of(9, "mask tests");

    @Test
    void channels_are_whole_rows_and_times_are_columns() {
        assertThat(selected(Mask.channels(0, 2), SHAPE)).isEqualTo("1111 0000 1111");
        assertThat(selected(Mask.between(1, 3), SHAPE)).isEqualTo("0110 0110 0110");
        assertThat(selected(Mask.channels(1).and(Mask.between(0, 1)), SHAPE)).isEqualTo("0000 1000 0000");
        assertThat(selected(Mask.between(0, 1).or(Mask.between(3, 4)), SHAPE)).isEqualTo("1001 1001 1001");
        assertThat(selected(Mask.between(1, 3), Shape.of(4))).isEqualTo("0110");
        assertThat(selected(Mask.channels(1), Shape.of(2, 2, 2))).isEqualTo("0000 1111");
    }

    private static String selected(Mask mask, Shape shape) {
        float[] ones = new float[shape.size()];
        Coordinates chosen = mask.of(shape);
        float[] each = new float[chosen.count()];
        Arrays.fill(each, 1);
        chosen.scatter(each, ones);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ones.length; i++) {
            text.append(i > 0 && i % 4 == 0 ? " " : "").append((int) ones[i]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource
    void no_other_value_changes_by_a_single_bit(Norm norm) {
        Sample sample = SampleExample.drawn(SHAPE, random);
        Region region = norm.ball(0.3).onChannels(0, 2).between(1, 3).around(sample);
        for (int trial = 0; trial < 100; trial++) {
            float[] point = uniform(SHAPE.size(), -1, 2, random);
            float[] gradient = uniform(SHAPE.size(), -1, 1, random);
            switch (trial % 4) {
                case 0 -> region.project(point);
                case 1 -> region.maximize(gradient, point);
                case 2 -> region.draw(point, random);
                default -> region.ascend(point, gradient, 1);
            }
            for (int i = 0; i < point.length; i++) {
                boolean isFree = i / 4 != 1 && i % 4 >= 1 && i % 4 < 3;
                if (!isFree) {
                    assertThat(point[i]).isEqualTo(sample.input()[i]);
                }
            }
            assertThat(region.contains(point)).isTrue();
            point[5] = Math.nextUp(point[5]);
            assertThat(region.contains(point)).isFalse();
            assertThat(region.distance(point)).isInfinite();
        }
    }

    /** The norm ball on the values that may change, taken by themselves, is the definition. */
    @ParameterizedTest
    @EnumSource
    void the_values_that_may_change_are_perturbed_as_if_there_were_no_others(Norm norm) {
        Sample sample = SampleExample.drawn(SHAPE, random);
        float[] point = uniform(SHAPE.size(), -1, 2, random);
        float[] row = Arrays.copyOfRange(point, 4, 8);
        NormBall ball = norm.ball(0.3).within(0, 1);

        ball.onChannels(1).around(sample).project(point);
        ball.around(Arrays.copyOfRange(sample.input(), 4, 8)).project(row);

        assertThat(Arrays.copyOfRange(point, 4, 8)).containsExactly(row);
    }

    @Test
    void a_mask_that_names_nothing_is_refused() {
        assertThatThrownBy(Mask::channels).hasMessageContaining("needs at least one channel");
        assertThatThrownBy(() -> linf(1).onChannels(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channels count from 0, but the channels were [0, -1]");
        assertThatThrownBy(() -> linf(1).between(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a piece of time needs 0 <= from < to, but from was 3 and to was 3");
    }

    @Test
    void a_mask_that_does_not_fit_the_input_is_refused() {
        assertRefused(
                linf(1).onChannels(0, 3),
                "channel 3 is to be perturbed, but an input of shape [3, 4] has only the channels 0 to 2");
        assertRefused(
                l1(1).between(2, 5),
                "the times 2 to 4 are to be perturbed, but an input of shape [3, 4] ends at time 3");
        assertRefused(
                l2(1).between(0, 1).between(2, 3),
                "the mask between(0, 1).and(between(2, 3)) selects no value of an input of shape [3, 4], so that nothing"
                        + " would be perturbed; use or(...) to join pieces");
    }

    private void assertRefused(PerturbationSet set, String message) {
        Sample sample = SampleExample.drawn(SHAPE, random);
        assertThatThrownBy(() -> set.around(sample))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_mask_over_time_needs_an_input_that_has_time() {
        Sample image = SampleExample.drawn(Shape.of(1, 2, 2), random);
        assertThatThrownBy(() -> linf(1).between(0, 1).around(image))
                .hasMessageContaining("a mask over time needs inputs of shape [L] or [C, L]")
                .hasMessageContaining("[1, 2, 2]");
    }

    @Test
    void the_text_of_a_masked_set_is_the_expression_that_makes_it() {
        assertThat(linf(0.02).onChannels(0, 2).between(50, 120).within(0, 1))
                .hasToString("linf(0.02).within(0.0, 1.0).where(channels(0, 2).and(between(50, 120)))");
        assertThat(l1(2).where(Mask.between(0, 2).or(Mask.between(5, 8))))
                .hasToString("l1(2.0).where(between(0, 2).or(between(5, 8)))");
    }
}
