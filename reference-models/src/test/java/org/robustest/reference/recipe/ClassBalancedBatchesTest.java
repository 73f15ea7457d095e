package org.robustest.reference.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class ClassBalancedBatchesTest {

    private final Samples samples = samples(7, 2, 3);

    @Test
    void givesEveryClassTheSameNumberOfTurns() {
        ClassBalancedBatches batches = ClassBalancedBatches.of(samples, 4, 1);

        float[] perClass = new float[3];
        for (int i = 0; i < 3; i++) {
            float[] sums = batches.next().getLabels().sum(0).toFloatVector();
            for (int label = 0; label < 3; label++) {
                perClass[label] += sums[label];
            }
        }

        assertThat(perClass).containsExactly(4, 4, 4);
    }

    @Test
    void dealsASampleAgainOnlyAfterAllOthersOfItsClass() {
        ClassBalancedBatches batches = ClassBalancedBatches.of(samples, 3 * 7 * 2 * 3, 1);

        Map<Float, Integer> times = new HashMap<>();
        for (float value : batches.next().getFeatures().getColumn(0).toFloatVector()) {
            times.merge(value, 1, Integer::sum);
        }

        assertThat(times).hasSize(12);
        times.forEach((value, count) ->
                assertThat(count).isEqualTo(42 / List.of(7, 2, 3).get((int) (value / 100))));
    }

    @Test
    void keepsInputAndLabelTogether() {
        DataSet batch = ClassBalancedBatches.of(samples, 30, 1).next();

        for (int row = 0; row < 30; row++) {
            int label = (int) (batch.getFeatures().getFloat(row, 0) / 100);
            assertThat(batch.getLabels().getFloat(row, label)).isEqualTo(1);
            assertThat(batch.getLabels().getRow(row).sumNumber().floatValue()).isEqualTo(1);
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        float[] first = ClassBalancedBatches.of(samples, 50, 1)
                .next()
                .getFeatures()
                .ravel()
                .toFloatVector();

        assertThat(ClassBalancedBatches.of(samples, 50, 1)
                        .next()
                        .getFeatures()
                        .ravel()
                        .toFloatVector())
                .isEqualTo(first);
        assertThat(ClassBalancedBatches.of(samples, 50, 2)
                        .next()
                        .getFeatures()
                        .ravel()
                        .toFloatVector())
                .isNotEqualTo(first);
    }

    @Test
    void refusesAClassWithoutSamples() {
        assertThatThrownBy(() -> ClassBalancedBatches.of(samples(1, 0, 1), 4, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"b\" has none");
    }

    /** The first value of an input is 100 times its label plus its number. */
    private static Samples samples(int... counts) {
        Samples.Builder builder = Samples.builder(Shape.of(2), List.of("a", "b", "c"));
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                builder.add(label + "/" + i, new float[] {100 * label + i, -1}, label);
            }
        }
        return builder.build();
    }
}
