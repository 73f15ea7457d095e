package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.l2;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class ApgdTest {

    private final Sample sample = Samples.builder(Shape.of(2), List.of("a", "b", "c"))
            .add("s", new float[] {0, 0}, 0)
            .build()
            .get(0);

    @Test
    void the_checkpoints_of_a_hundred_steps_are_those_of_the_paper() {
        assertThat(Checkpoints.of(100)).containsExactly(22, 41, 57, 70, 80, 87, 93, 99);
    }

    /** The largest value of a concave function in a disc that does not hold its peak lies on the line to the peak. */
    @Test
    void a_walk_reaches_the_maximum_of_a_concave_function() {
        Region region = l2(1).around(new float[] {0, 0});
        ApgdWalk walk = new ApgdWalk(region, 100, new float[] {-0.5f, 0.5f});
        float[] point = new float[2];
        double largest = Double.NEGATIVE_INFINITY;
        while (walk.propose(point)) {
            double x = point[0] - 3;
            double y = 4 * (point[1] - 1);
            double value = -x * x - y * y;
            largest = Math.max(largest, value);
            walk.learn(value, value, new float[] {(float) (-2 * x), (float) (-8 * y)});
        }
        double expected = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 1_000_000; i++) {
            double angle = 2 * Math.PI * i / 1_000_000;
            double x = Math.cos(angle) - 3;
            double y = 4 * (Math.sin(angle) - 1);
            expected = Math.max(expected, -x * x - y * y);
        }
        assertThat(largest).isCloseTo(expected, within(1e-3));
    }

    @Test
    void a_search_visits_its_starts_and_all_steps_after_each() {
        assertThat(visited(Apgd.withDefaults().withSteps(20).withRestarts(3))).isEqualTo(3 * 21);
    }

    @Test
    void the_nearest_classes_get_a_look_a_step_and_the_walks() {
        assertThat(visited(NearestClasses.withDefaults().withSteps(20).withTargets(1)))
                .isEqualTo(2 + 2 + 21);
        assertThat(visited(NearestClasses.withDefaults().withSteps(20))).isEqualTo(2 + 2 + 2 * 21);
        assertThat(visited(NearestClasses.withDefaults().withShrinkingSteps().withSteps(20)))
                .isEqualTo(2 + 2 + 4 * 21);
    }

    @Test
    void a_cascade_visits_what_its_attacks_visit() {
        assertThat(visited(Cascade.of(
                        NearestClasses.withDefaults().withTargets(0),
                        Apgd.withDefaults().withSteps(20))))
                .isEqualTo(4 + 21);
    }

    @Test
    void a_walk_whose_margin_does_not_grow_is_given_up_at_the_first_look() {
        assertThat(visited(Apgd.withDefaults().withRestarts(3).givingUp())).isEqualTo(3 * 16);
        assertThat(visited(NearestClasses.withDefaults().givingUp())).isEqualTo(2 + 2 + 2 * 9);
    }

    @Test
    void there_is_hope_while_eight_times_the_growth_of_late_would_be_enough() {
        assertThat(stepsUntilHopeless(step -> -10 + 0.1 * step)).isEqualTo(100);
        assertThat(stepsUntilHopeless(step -> -10 + 0.018 * step)).isEqualTo(35);
        assertThat(stepsUntilHopeless(step -> -10 + 0.001 * step)).isEqualTo(15);
        assertThat(stepsUntilHopeless(step -> step < 11 ? -10 + 0.5 * step : -4.5))
                .isEqualTo(25);
        assertThat(stepsUntilHopeless(step -> step < 12 ? -10 : -9 + 0.1 * step))
                .isEqualTo(100);
    }

    /** As of a walk that reaches the boundary by its last step. */
    @Test
    void the_outlook_of_a_walk_without_steps_is_asked_for_nothing() {
        Outlook outlook = Outlook.onDistance(0);
        outlook.learn(-1);
        assertThat(outlook.isHopeless()).isFalse();
    }

    private static int stepsUntilHopeless(IntToDoubleFunction margin) {
        Outlook outlook = Outlook.onMargin(100);
        return IntStream.rangeClosed(0, 100)
                .peek(step -> outlook.learn(margin.applyAsDouble(step)))
                .filter(step -> step == 100 || outlook.isHopeless())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void settings_out_of_range_are_refused_with_their_value() {
        assertThatThrownBy(() -> Apgd.withDefaults().withSteps(1))
                .hasMessage("the number of steps of APGD must be at least 2, but it was 1");
        assertThatThrownBy(() -> Apgd.withDefaults().withRestarts(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> NearestClasses.withDefaults().withTargets(-1)).hasMessageContaining("it was -1");
        assertThatThrownBy(Cascade::of).hasMessageContaining("number of attacks");
    }

    private int visited(Attack attack) {
        Search search = attack.search(sample, l2(0.1).around(sample.input()), 1);
        int visited = 0;
        while (search.propose(new float[2])) {
            search.cotangent(new float[] {1, 0, -1}, new float[3]);
            search.learn(new float[] {1, 1});
            visited++;
        }
        return visited;
    }
}
