package org.robustest.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final List<String> CLASSES = List.of("N", "V");

    @Test
    void a_sample_keeps_its_own_copy_of_the_input() {
        float[] input = {1, 2};
        Sample sample = Samples.builder(Shape.of(2), CLASSES)
                .add("a", input, 0, Map.of("patient", "7"))
                .build()
                .get(0);

        input[0] = 9;
        sample.input()[1] = 9;

        assertThat(sample.input()).containsExactly(1, 2);
        assertThat(sample.tags()).containsEntry("patient", "7");
    }

    @Test
    void balanced_takes_the_same_number_of_each_class() {
        assertThat(many(100).balanced(10).countsByLabel()).containsExactly(10, 10);
    }

    @Test
    void balanced_chooses_the_same_samples_whatever_their_order() {
        List<Integer> order = new ArrayList<>(many(100).size());
        for (int i = 0; i < 100; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(1));

        assertThat(ids(inOrder(order).balanced(10)))
                .containsExactlyInAnyOrderElementsOf(ids(many(100).balanced(10)));
    }

    @Test
    void balanced_loses_at_most_one_choice_when_a_sample_is_taken_away() {
        List<String> before = ids(many(100).balanced(10));
        for (String removed : before) {
            List<String> after =
                    ids(many(100).where(sample -> !sample.id().equals(removed)).balanced(10));
            assertThat(after).doesNotContain(removed);
            assertThat(before.stream().filter(after::contains)).hasSize(before.size() - 1);
        }
    }

    @Test
    void at_most_so_many_of_each_class_are_those_of_balanced_and_all_of_a_class_that_is_too_small() {
        Samples samples = many(100);
        Samples few = samples.where(sample -> sample.label() == 1).atMostPerClass(3);
        Samples lopsided = samples.where(sample -> sample.label() == 0 || ids(few).contains(sample.id()));

        assertThat(ids(samples.atMostPerClass(10))).isEqualTo(ids(samples.balanced(10)));
        assertThat(lopsided.atMostPerClass(10).countsByLabel()).containsExactly(10, 3);
        assertThat(ids(lopsided.atMostPerClass(10)))
                .containsAll(ids(few))
                .containsAll(ids(samples.balanced(10).where(sample -> sample.label() == 0)));
        assertThatThrownBy(() -> samples.atMostPerClass(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    @Test
    void balanced_refuses_a_class_that_is_too_small() {
        assertThatThrownBy(() -> many(100).balanced(51))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asked for 51 samples of each class, but class \"N\" has 50");
    }

    @Test
    void an_id_names_one_sample() {
        Samples.Builder builder = Samples.builder(Shape.of(1), CLASSES).add("a", new float[1], 0);

        assertThatThrownBy(() -> builder.add("a", new float[1], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two samples have the id \"a\"");
    }

    @Test
    void an_input_of_another_size_is_refused_with_both_sizes() {
        assertThatThrownBy(() -> Samples.builder(Shape.of(2, 3), CLASSES).add("a", new float[5], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample \"a\" has 5 values, but the shape [2, 3] needs 6");
    }

    @Test
    void a_label_without_a_class_is_refused() {
        assertThatThrownBy(() -> Samples.builder(Shape.of(1), CLASSES).add("a", new float[1], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("label 2, but there are 2 classes: [N, V]");
    }

    @Test
    void shapes_match_when_they_differ_in_dimensions_of_one_only() {
        assertThat(Shape.of(1, 187).matches(Shape.of(187))).isTrue();
        assertThat(Shape.of(8, 100).matches(Shape.of(100, 8))).isFalse();
        assertThat(Shape.of(800).matches(Shape.of(8, 100))).isFalse();
    }

    @Test
    void a_range_holds_its_ends_and_no_nan() {
        InputRange range = new InputRange(0, 1);

        assertThat(range.contains(0)).isTrue();
        assertThat(range.contains(1)).isTrue();
        assertThat(range.contains(Math.nextUp(1f))).isFalse();
        assertThat(range.contains(Float.NaN)).isFalse();
        assertThat(InputRange.UNBOUNDED.contains(Float.POSITIVE_INFINITY)).isFalse();
    }

    private static Samples many(int count) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        return inOrder(order);
    }

    private static Samples inOrder(List<Integer> order) {
        Samples.Builder builder = Samples.builder(Shape.of(1), CLASSES);
        for (int i : order) {
            builder.add("sample " + i, new float[] {i}, i % 2);
        }
        return builder.build();
    }

    private static List<String> ids(Samples samples) {
        return StreamSupport.stream(samples.spliterator(), false)
                .map(Sample::id)
                .toList();
    }
}
