package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class BatchesTest {

    private final Samples samples = samples(7, 2, 3);

    @Test
    void balanced_batches_give_every_class_the_same_number_of_turns() {
        ClassBalancedBatches batches = new ClassBalancedBatches(samples, 4, 1);

        int[] perClass = new int[3];
        for (int i = 0; i < 3; i++) {
            batches.next().forEach(sample -> perClass[sample.label()]++);
        }

        assertThat(perClass).containsExactly(4, 4, 4);
    }

    @Test
    void balanced_batches_deal_a_sample_again_only_after_all_others_of_its_class() {
        ClassBalancedBatches batches = new ClassBalancedBatches(samples, 3 * 7 * 2 * 3, 1);

        Map<Sample, Integer> times = new HashMap<>();
        batches.next().forEach(sample -> times.merge(sample, 1, Integer::sum));

        assertThat(times).hasSize(12);
        times.forEach((sample, count) ->
                assertThat(count).isEqualTo(42 / List.of(7, 2, 3).get(sample.label())));
    }

    @Test
    void shuffled_batches_deal_every_sample_once_an_epoch() {
        ShuffledBatches batches = new ShuffledBatches(samples, 5, 1);

        List<Sample> first = epoch(batches);
        List<Sample> second = epoch(batches);

        List<Sample> all = StreamSupport.stream(samples.spliterator(), false).toList();
        assertThat(first).containsExactlyInAnyOrderElementsOf(all);
        assertThat(second).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(first);
    }

    @Test
    void the_last_batch_of_an_epoch_is_what_is_left() {
        ShuffledBatches batches = new ShuffledBatches(samples, 5, 1);

        assertThat(IntStream.range(0, 6).map(i -> batches.next().size())).containsExactly(5, 5, 2, 5, 5, 2);
    }

    @Test
    void batches_depend_on_the_seed_alone() {
        List<Sample> first = new ClassBalancedBatches(samples, 50, 1).next();

        assertThat(new ClassBalancedBatches(samples, 50, 1).next()).isEqualTo(first);
        assertThat(new ClassBalancedBatches(samples, 50, 2).next()).isNotEqualTo(first);
        assertThat(epoch(new ShuffledBatches(samples, 5, 1))).isEqualTo(epoch(new ShuffledBatches(samples, 5, 1)));
    }

    private static List<Sample> epoch(Batches batches) {
        List<Sample> dealt = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            dealt.addAll(batches.next());
        }
        return dealt;
    }

    private static Samples samples(int... counts) {
        Samples.Builder builder = Samples.builder(Shape.of(1), List.of("a", "b", "c"));
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                builder.add(label + "/" + i, new float[] {i}, label);
            }
        }
        return builder.build();
    }
}
