package org.robustest.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;

class InclusionTest {

    @Test
    void a_larger_ball_of_the_same_norm_includes_a_smaller_one() {
        assertThat(linf(0.2).includes(linf(0.1))).isTrue();
        assertThat(linf(0.2).includes(linf(0.2))).isTrue();
        assertThat(linf(0.1).includes(linf(0.2))).isFalse();
        assertThat(l2(0.2).includes(linf(0.1))).isFalse();
    }

    @Test
    void a_wider_range_includes_a_narrower_one() {
        assertThat(linf(0.2).within(-1, 1).includes(linf(0.2).within(0, 1))).isTrue();
        assertThat(linf(0.2).within(0, 1).includes(linf(0.2))).isFalse();
    }

    @Test
    void sets_with_the_same_mask_include_each_other_as_their_balls_do() {
        assertThat(linf(0.2).onChannels(0, 2).includes(linf(0.1).onChannels(0, 2)))
                .isTrue();
        assertThat(linf(0.1).onChannels(0, 2).includes(linf(0.2).onChannels(0, 2)))
                .isFalse();
        assertThat(linf(0.2).onChannels(0, 2).includes(linf(0.1).onChannels(0))).isFalse();
    }

    @Test
    void what_is_not_known_to_be_included_is_not() {
        assertThat(linf(0.2).includes(linf(0.1).onChannels(0))).isFalse();
        assertThat(linf(0.2).onChannels(0).includes(linf(0.2).onChannels(0))).isTrue();
    }
}
