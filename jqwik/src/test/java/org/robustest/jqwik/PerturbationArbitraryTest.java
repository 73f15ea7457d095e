package org.robustest.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;

class PerturbationArbitraryTest {

    private static final PerturbationSet SET = Perturbations.linf(0.25).within(0, 1);

    @Test
    void the_edge_cases_are_nothing_the_corners_and_the_borders_for_a_sample_of_each_class() {
        List<PerturbedSample> edges = StreamSupport.stream(
                        new PerturbationArbitrary(Alarm.subject(SET), List.of(Choice.RANDOM), List.of())
                                .edgeCases(100)
                                .spliterator(),
                        false)
                .map(Shrinkable::value)
                .toList();

        assertThat(edges).hasSize(10);
        assertThat(edges.get(0).input()).isEqualTo(edges.get(0).original().input());
        assertThat(edges.get(1).input())
                .containsExactly(new float[] {0.45f, 0.75f, 0.45f, 0.75f, 0.45f, 0.75f, 0.75f, 0.75f}, within(1e-6f));
        assertThat(edges.get(2).input())
                .containsExactly(new float[] {0, 0.25f, 0, 0.25f, 0, 0.25f, 0.25f, 0.25f}, within(1e-6f));
        assertThat(edges.get(3).input())
                .containsExactly(new float[] {0, 0.25f, 0, 0.25f, 0, 0.25f, 0.25f, 0.25f}, within(1e-6f));
        assertThat(edges).extracting(PerturbedSample::className).contains("quiet", "alarm");
    }

    @Test
    void an_unbounded_range_has_no_borders() {
        Subject subject = Alarm.subject(Perturbations.linf(0.1));

        assertThat(new PerturbationArbitrary(subject, List.of(Choice.RANDOM), List.of()).edgeCases(100))
                .hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void whatever_is_drawn_lies_in_the_set(PerturbationSet set) {
        Subject subject = Alarm.subject(set);
        for (Choice choice : Choice.values()) {
            for (PerturbedSample each : draw(subject, choice, 50)) {
                assertThat(set.around(each.original()).contains(each.point()))
                        .as("%s by %s", set, choice)
                        .isTrue();
            }
        }
    }

    static List<PerturbationSet> sets() {
        return List.of(
                SET,
                Perturbations.l2(0.5).within(0, 1),
                Perturbations.l1(0.5).within(0, 1),
                Perturbations.smooth(0.2).within(0, 1),
                Perturbations.linf(0),
                Perturbations.linf(0.2).onChannels(0));
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void the_same_seed_gives_the_same_perturbations(Choice choice) {
        assertThat(draw(Alarm.subject(SET), choice, 20)).isEqualTo(draw(Alarm.subject(SET), choice, 20));
    }

    @Test
    void a_try_does_not_depend_on_what_is_stored() {
        PerturbedSample stored = draw(Alarm.subject(SET), Choice.RANDOM, 1).get(0);
        PerturbationArbitrary with = new PerturbationArbitrary(
                Alarm.subject(SET),
                List.of(Choice.RANDOM),
                List.of(new ShrinkablePerturbation(stored), new ShrinkablePerturbation(stored)));

        List<PerturbedSample> drawn = draw(with, 10);

        assertThat(drawn.subList(0, 2)).containsExactly(stored, stored);
        assertThat(drawn.subList(2, 10))
                .isEqualTo(draw(Alarm.subject(SET), Choice.RANDOM, 10).subList(2, 10));
    }

    @Test
    void random_perturbations_are_even_in_the_set() {
        double[] changes = draw(Alarm.subject(Perturbations.linf(0.25)), Choice.RANDOM, 2000).stream()
                .flatMapToDouble(each -> IntStream.range(0, Alarm.WEIGHTS.length)
                        .mapToDouble(i -> each.input()[i] - each.original().input()[i]))
                .toArray();

        // 16,000 draws: the standard errors are 0.0011 of the mean and 0.0004 of the mean square.
        assertThat(Arrays.stream(changes).average().orElseThrow()).isEqualTo(0, within(0.006));
        assertThat(Arrays.stream(changes).map(x -> x * x).average().orElseThrow())
                .isEqualTo(0.25 * 0.25 / 3, within(0.001));
    }

    @Test
    void every_value_of_a_corner_is_as_far_as_it_may_be() {
        assertThat(draw(Alarm.subject(Perturbations.linf(0.25)), Choice.CORNER, 50))
                .allSatisfy(each -> assertThat(IntStream.range(0, Alarm.WEIGHTS.length)
                                .mapToDouble(i -> Math.abs(
                                        each.input()[i] - each.original().input()[i])))
                        .allSatisfy(change -> assertThat(change).isEqualTo(0.25, within(1e-6))));
    }

    @Test
    void the_steepest_step_on_an_affine_model_goes_along_the_signs_of_its_weights() {
        for (PerturbedSample each : draw(Alarm.subject(Perturbations.linf(0.25)), Choice.STEEPEST, 50)) {
            float sign = each.label() == 0 ? 1 : -1;
            for (int i = 0; i < Alarm.WEIGHTS.length; i++) {
                assertThat(each.input()[i] - each.original().input()[i])
                        .isEqualTo(0.25f * sign * Math.signum(Alarm.WEIGHTS[i]), within(1e-6f));
            }
        }
    }

    @Test
    void an_attack_ends_in_the_smallest_part_of_the_set_that_has_a_counterexample() {
        for (PerturbedSample each : draw(Alarm.subject(Perturbations.linf(1)), Choice.ATTACK, 50)) {
            double smallest = Alarm.smallest(each.original());
            double part = smallest <= 0.25 ? 0.25 : smallest <= 0.5 ? 0.5 : 1;

            assertThat(each.isClassifiedCorrectlyBy(Alarm.model())).isFalse();
            assertThat(each.size())
                    .isLessThanOrEqualTo(part * (1 + 1e-6))
                    .isGreaterThanOrEqualTo(smallest * (1 - 1e-6));
        }
    }

    private static List<PerturbedSample> draw(Subject subject, Choice choice, int count) {
        return draw(new PerturbationArbitrary(subject, List.of(choice), List.of()), count);
    }

    private static List<PerturbedSample> draw(PerturbationArbitrary arbitrary, int count) {
        Random random = new Random(7);
        RandomGenerator<PerturbedSample> generator = arbitrary.generator(1000);
        return IntStream.range(0, count)
                .mapToObj(i -> generator.next(random).value())
                .toList();
    }
}
