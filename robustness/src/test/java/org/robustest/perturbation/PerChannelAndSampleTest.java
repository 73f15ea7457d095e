package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.linfPerChannel;
import static org.robustest.perturbation.Perturbations.perSample;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Shape;

class PerChannelAndSampleTest {

    private final RandomStream random = RandomStream.of(10, "per channel and sample tests");

    @Test
    void each_channel_reaches_its_own_bound_and_no_further_in_exact_arithmetic() {
        double[] epsilons = {0.02, 0.05, 0};
        for (int trial = 0; trial < 500; trial++) {
            Sample sample = SampleExample.drawn(Shape.of(3, 2), random);
            Region region = linfPerChannel(epsilons).around(sample);
            float[] highest = {9, 9, 9, 9, 9, 9};
            region.project(highest);
            for (int i = 0; i < 6; i++) {
                BigDecimal bound = new BigDecimal(epsilons[i / 2]);
                BigDecimal center = new BigDecimal(sample.input()[i]);
                assertThat(new BigDecimal(highest[i]).subtract(center)).isLessThanOrEqualTo(bound);
                assertThat(new BigDecimal(Math.nextUp(highest[i])).subtract(center))
                        .isGreaterThan(bound);
            }
        }
    }

    @Test
    void a_step_is_as_long_for_each_channel_as_its_bound_allows() {
        Sample sample = SampleExample.of(Shape.of(2, 2), 0, 0, 0, 0);
        Region region = linfPerChannel(0.5, 0.25).around(sample);
        float[] point = sample.input();

        region.ascend(point, new float[] {1, -1, 1, 0}, 0.25);

        assertThat(point).containsExactly(0.25f, -0.25f, 0.125f, 0);
        assertThat(region.distance(point)).isEqualTo(0.25);
    }

    @Test
    void the_bounds_of_channels_must_fit_the_channels() {
        Sample sample = SampleExample.drawn(Shape.of(3, 2), random);
        assertThatThrownBy(() -> linfPerChannel(0.02, 0.05).around(sample))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "linfPerChannel(0.02, 0.05) has bounds for 2 channels, but an input of shape [3, 2] has 3; give"
                                + " one bound for each channel, 0 for one that is not to change");
        assertThatThrownBy(Perturbations::linfPerChannel).hasMessageContaining("but got none");
        assertThatThrownBy(() -> linfPerChannel(0.1, -1)).hasMessageContaining("at least 0, but it was -1.0");
    }

    @Test
    void a_mask_of_channels_whose_bounds_are_0_leaves_nothing_to_perturb_and_is_refused() {
        Sample sample = SampleExample.drawn(Shape.of(2, 2), random);
        assertThatThrownBy(() -> linfPerChannel(0, 0.05).onChannels(0).around(sample))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the mask channels(0) selects only values whose bound in linfPerChannel(0.0, 0.05) is 0, so that"
                                + " nothing would be perturbed; channels count from 0");
        assertThat(linfPerChannel(0, 0.05).onChannels(0, 1).around(sample).radius())
                .isEqualTo(0.05);
    }

    @Test
    void each_sample_gets_the_set_made_for_it() {
        Map<String, Double> bounds = Map.of("example", 0.25);
        PerturbationSet set = perSample("from the map", 1, sample -> linf(bounds.get(sample.id())));
        Region region = set.around(SampleExample.of(Shape.of(1), 0));
        assertThat(region.radius()).isEqualTo(0.25);
        assertThat(set.epsilon()).isEqualTo(1);
    }

    @Test
    void the_range_and_the_mask_restrict_the_set_of_each_sample() {
        Sample sample = SampleExample.of(Shape.of(2), 0.5f, 0.5f);
        float[] point = {9, 9};
        perSample("all", 3, any -> l2(3))
                .within(0, 1)
                .between(1, 2)
                .around(sample)
                .project(point);
        assertThat(point).containsExactly(0.5f, 1);
    }

    @Test
    void a_bound_that_is_larger_than_declared_is_refused() {
        PerturbationSet set = perSample("too much", 0.1, sample -> linf(0.25));
        assertThatThrownBy(() -> set.around(SampleExample.of(Shape.of(1), 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "for the sample example, perSample(\"too much\", 0.1) gave linf(0.25), whose bound is larger"
                                + " than the largest one declared, 0.1; declare a larger one");
        assertThatThrownBy(() -> perSample(" ", 1, sample -> linf(1))).hasMessageContaining("a name that is not blank");
    }

    @Test
    void the_text_of_a_set_tells_it_from_others() {
        assertThat(linfPerChannel(0.02, 0.05).within(-1, 1))
                .hasToString("linfPerChannel(0.02, 0.05).within(-1.0, 1.0)");
        assertThat(perSample("a tenth of the peak", 0.3, sample -> linf(0.1)).onChannels(0))
                .hasToString("perSample(\"a tenth of the peak\", 0.3).where(channels(0))");
    }
}
