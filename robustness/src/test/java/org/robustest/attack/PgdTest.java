package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class PgdTest {

    private final Sample sample = Samples.builder(Shape.of(2), List.of("a", "b"))
            .add("s", new float[] {0.5f, 0.5f}, 0)
            .build()
            .get(0);

    @Test
    void a_schedule_that_cannot_cross_the_set_is_refused_before_any_work() {
        Pgd tooShort = Pgd.withDefaults().withSteps(40).withRelativeStepSize(1.0 / 30);

        assertThatThrownBy(() -> tooShort.requireAbleToSearch(linf(0.3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot cross linf(0.3)")
                .hasMessageContaining("use more steps (withSteps) or longer ones (withRelativeStepSize)");
    }

    @Test
    void a_schedule_that_just_crosses_the_set_is_accepted() {
        assertThatCode(() -> Pgd.withDefaults()
                        .withSteps(20)
                        .withRelativeStepSize(0.1)
                        .requireAbleToSearch(linf(0.3)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_search_visits_its_starts_and_all_steps_after_each() {
        Search search = Pgd.withDefaults().withSteps(20).withRestarts(3).search(sample, region(), 1);
        int visited = 0;
        while (search.propose(new float[2])) {
            search.learn(new float[] {1, 1});
            visited++;
        }
        assertThat(visited).isEqualTo(3 * 21);
    }

    /** In L2 a step goes along the sum: of the gradients (3, 4) and (0, -5), divided by their lengths, it is (0.3, -0.6). */
    @Test
    void momentum_keeps_a_share_of_the_gradients_before_each_divided_by_its_dual_norm() {
        Region disc = l2(10).around(sample.input());
        Search search =
                Pgd.withDefaults().withMomentum(0.5).withStepSize(1).fromInput().search(sample, disc, 1);
        float[] point = new float[2];
        search.propose(point);
        search.learn(new float[] {3, 4});
        search.propose(point);
        assertThat(point).containsExactly(new float[] {0.5f + 0.6f, 0.5f + 0.8f}, within(1e-6f));
        search.learn(new float[] {0, -5});
        search.propose(point);
        double length = Math.hypot(0.3, 0.6);
        assertThat(point)
                .containsExactly(
                        new float[] {(float) (1.1 + 0.3 / length), (float) (1.3 - 0.6 / length)}, within(1e-6f));
    }

    @Test
    void a_gradient_of_zero_leaves_the_direction_as_it_was() {
        Search search = Pgd.withDefaults().withMomentum(1).fromInput().search(sample, region(), 1);
        float[] point = new float[2];
        for (float[] gradient : new float[][] {{1, -1}, {0, 0}}) {
            search.propose(point);
            search.learn(gradient);
        }
        search.propose(point);
        assertThat(point).containsExactly(new float[] {0.52f, 0.48f}, within(1e-6f));
    }

    /** Of four steps, the first of 0.4: 0.4, 0.3, 0.2 and 0.1. */
    @Test
    void shrinking_steps_get_shorter_by_the_same_amount_each() {
        Search search = Pgd.withDefaults()
                .withSteps(4)
                .withStepSize(0.4)
                .withShrinkingSteps()
                .fromInput()
                .search(sample, linf(10).around(sample.input()), 1);
        float[] point = new float[2];
        for (double moved : new double[] {0, 0.4, 0.7, 0.9, 1}) {
            search.propose(point);
            assertThat(point)
                    .containsExactly(new float[] {(float) (0.5 + moved), (float) (0.5 - moved)}, within(1e-6f));
            search.learn(new float[] {1, -1});
        }
    }

    @Test
    void shrinking_steps_that_together_cannot_cross_the_set_are_refused() {
        Pgd steps = Pgd.withDefaults().withSteps(19).withRelativeStepSize(0.2);

        assertThatCode(() -> steps.requireAbleToSearch(linf(0.3))).doesNotThrowAnyException();
        assertThatCode(() -> steps.withShrinkingSteps().requireAbleToSearch(linf(0.3)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> steps.withSteps(18).withShrinkingSteps().requireAbleToSearch(linf(0.3)))
                .hasMessageContaining("stepSize=0.2*epsilon shrinking")
                .hasMessageContaining("cannot cross linf(0.3)");
    }

    /** Its margin does not grow, so that no step leads anywhere: each start is left at the first look, step 8 of 50. */
    @Test
    void a_walk_that_gives_up_leaves_the_rest_of_its_steps_and_starts_anew() {
        Search search =
                Pgd.withDefaults().withSteps(50).withRestarts(3).givingUp().search(sample, region(), 1);
        int visited = 0;
        float[] cotangent = new float[2];
        while (search.propose(new float[2])) {
            search.cotangent(new float[] {1, 0}, cotangent);
            search.learn(new float[] {1, 1});
            visited++;
        }
        assertThat(visited).isEqualTo(3 * 9);
    }

    @Test
    void each_restart_starts_elsewhere_and_each_seed_too() {
        assertThat(start(1, 0)).isEqualTo(start(1, 0)).isNotEqualTo(start(1, 1)).isNotEqualTo(start(2, 0));
    }

    @Test
    void settings_out_of_range_are_refused_with_their_value() {
        assertThatThrownBy(() -> Pgd.withDefaults().withSteps(0))
                .hasMessageContaining("steps")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> Pgd.withDefaults().withRestarts(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Pgd.withDefaults().withMomentum(1.5))
                .hasMessage("the momentum of PGD must be from 0 to 1, but it was 1.5");
        assertThatThrownBy(() -> Pgd.withDefaults().withMomentum(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Pgd.withDefaults().withStepSize(0)).hasMessageContaining("step size");
        assertThatThrownBy(() -> Pgd.withDefaults().withRelativeStepSize(Double.NaN))
                .hasMessageContaining("NaN");
    }

    private Region region() {
        return linf(0.1).around(sample.input());
    }

    private float[] start(long seed, int restart) {
        Search search = Pgd.withDefaults().withSteps(20).withRestarts(2).search(sample, region(), seed);
        float[] point = new float[2];
        for (int i = 0; i <= restart * 21; i++) {
            search.propose(point);
            search.learn(new float[] {1, 1});
        }
        return point;
    }
}
