package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class CascadeTest {

    /** The margin of class 0 at x is 2x: at 1 it is 2, and ε takes 2ε of it. */
    private final Network model =
            Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {1, -1}, new float[] {0, 0})));

    private final Samples one = Samples.builder(Shape.of(1), List.of("above", "below"))
            .add("one", new float[] {1}, 0)
            .build();

    private final Cascade cascade = Cascade.of(
            NearestClasses.withDefaults().withTargets(0), Pgd.withDefaults().withSteps(30));

    @Test
    void screening_leaves_out_the_rest_for_a_sample_that_keeps_its_margin() {
        assertThat(forwards(cascade.withScreening(0.5), 0.4)).isEqualTo(forwards(cascade.withScreening(0), 0.4));
        assertThat(forwards(cascade.withScreening(0.5), 0.4)).isLessThan(forwards(cascade, 0.4) - 30);
    }

    @Test
    void screening_changes_nothing_for_a_sample_that_comes_near_to_falling() {
        assertThat(forwards(cascade.withScreening(0.5), 0.6)).isEqualTo(forwards(cascade, 0.6));
        assertThat(forwards(cascade.withScreening(1), 0.01)).isEqualTo(forwards(cascade, 0.01));
    }

    @Test
    void a_share_is_from_0_to_1_and_stands_in_the_text() {
        assertThat(cascade.withScreening(0.5))
                .hasToString(cascade + " (until the margin stays above [0.5] of what it was)");
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> cascade.withScreening(share))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be from 0 to 1, but it was " + share);
        }
    }

    private long forwards(Attack attack, double epsilon) {
        return RobustnessEvaluation.of(model)
                .withoutCertificates()
                .withAttack(attack)
                .evaluate(one, linf(epsilon))
                .effort()
                .forwards();
    }
}
