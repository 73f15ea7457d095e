package org.robustest.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class SquareTest {

    private static final int LENGTH = 40;

    private final Sample signal = Samples.builder(Shape.of(2, LENGTH), List.of("a", "b"))
            .add("s", new float[2 * LENGTH], 0)
            .build()
            .get(0);

    @Test
    void windows_get_shorter_by_the_published_schedule() {
        Square square = Square.withDefaults().withQueries(10_000);
        assertThat(IntStream.of(10, 11, 51, 201, 501, 1001, 2001, 4001, 6001, 8001)
                        .mapToDouble(square::share)
                        .map(share -> 0.8 / share)
                        .toArray())
                .containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 512);
    }

    @Test
    void in_a_box_a_window_of_each_channel_goes_to_one_end() {
        List<float[]> visited = visited(linf(0.25), 300);
        for (float[] point : visited) {
            for (float value : point) {
                assertThat(Math.abs(value)).isEqualTo(0.25f);
            }
        }
        // All answers are the same, so that every candidate is a change of the first point, in one window of time.
        for (float[] point : visited) {
            List<Integer> changed = IntStream.range(0, point.length)
                    .filter(i -> point[i] != visited.get(0)[i])
                    .mapToObj(i -> i % LENGTH)
                    .toList();
            if (!changed.isEmpty()) {
                int first = changed.stream().min(Integer::compare).orElseThrow();
                int last = changed.stream().max(Integer::compare).orElseThrow();
                assertThat(last - first).isLessThan(LENGTH * 8 / 10);
            }
        }
        assertThat(visited.get(299)).isNotEqualTo(visited.get(298));
    }

    @Test
    void in_balls_the_perturbation_keeps_the_size_of_the_set() {
        for (PerturbationSet set : List.of(l2(0.5), l1(3))) {
            for (float[] point : visited(set, 300)) {
                assertThat(set.around(signal).distance(point)).isCloseTo(set.epsilon(), within(1e-5 * set.epsilon()));
                assertThat(set.around(signal).contains(point)).isTrue();
            }
        }
    }

    @Test
    void settings_out_of_range_are_refused_with_their_value() {
        assertThatThrownBy(() -> Square.withDefaults().withQueries(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> Square.withDefaults().withFirstWindows(1.5)).hasMessageContaining("it was 1.5");
        assertThatThrownBy(() -> Spsa.withDefaults().withSamples(1)).hasMessageContaining("it was 1");
        assertThatThrownBy(() -> Spsa.withDefaults().withSteps(1)).hasMessageContaining("it was 1");
        assertThatThrownBy(() -> Spsa.withDefaults().withRelativeDifference(0)).hasMessageContaining("it was 0.0");
        assertThatThrownBy(() -> HopSkipJump.withDefaults().withIterations(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> HopSkipJump.withDefaults().withSamples(1)).hasMessageContaining("it was 1");
        assertThatThrownBy(() -> UniformNoise.withDefaults().withDraws(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> DeepFool.withDefaults().withOvershoot(-1)).hasMessageContaining("it was -1.0");
        assertThatThrownBy(() -> DeepFool.withDefaults().withSteps(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> DeepFool.withDefaults().withCandidates(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> Fmn.withDefaults().withSteps(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> Fmn.withDefaults().withTargets(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> Sap.withDefaults().withSteps(0)).hasMessageContaining("it was 0");
        assertThatThrownBy(() -> new Budget(-1, 0)).hasMessageContaining("it was -1 and 0");
    }

    private List<float[]> visited(PerturbationSet set, int queries) {
        Region region = set.around(signal);
        Search search = Square.withDefaults().withQueries(queries).search(signal, region, 1);
        List<float[]> visited = new ArrayList<>();
        float[] point = new float[2 * LENGTH];
        while (search.propose(point)) {
            visited.add(point.clone());
            search.cotangent(new float[] {1, 0}, new float[2]);
            search.learn(point);
        }
        return visited;
    }
}
