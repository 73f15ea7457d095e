package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
