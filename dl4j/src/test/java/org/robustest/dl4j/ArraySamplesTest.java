package org.robustest.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class ArraySamplesTest {

    /** Three inputs of one channel with two values. */
    private final INDArray features = Nd4j.createFromArray(new float[][][] {{{1, 2}}, {{3, 4}}, {{5, 6}}});

    private final INDArray oneHot = Nd4j.createFromArray(new float[][] {{0, 1}, {1, 0}, {0, 1}});

    @Test
    void reads_arrays_with_one_hot_labels_or_indices() {
        for (INDArray labels :
                List.of(oneHot, Nd4j.createFromArray(1, 0, 1), Nd4j.createFromArray(new float[][] {{1}, {0}, {1}}))) {
            requireAll(Dl4j.samples(features, labels, "N", "V"));
        }
    }

    @Test
    void reads_arrays_in_any_order_of_memory() {
        requireAll(Dl4j.samples(features.dup('f'), oneHot.dup('f'), "N", "V"));
    }

    @Test
    void reads_data_sets_and_iterators_from_their_beginning() {
        DataSet data = new DataSet(features, oneHot);
        requireAll(Dl4j.samples(data, "N", "V"));
        SingletonDataSetIterator iterator = new SingletonDataSetIterator(data);
        iterator.next();
        requireAll(Dl4j.samples(iterator, "N", "V"));
    }

    @Test
    void refuses_labels_that_are_no_classes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4j.samples(features, Nd4j.createFromArray(0, 1, 2), "N", "V"))
                .withMessageContaining("input 2 is 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4j.samples(features, oneHot.mul(0.5), "N", "V"))
                .withMessageContaining("one-hot");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4j.samples(features, oneHot, "N", "S", "V"))
                .withMessageContaining("3 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4j.samples(features, Nd4j.createFromArray(0, 1), "N", "V"))
                .withMessageContaining("[3, 2] or [3], but it was [2]");
    }

    @Test
    void refuses_a_mask() {
        DataSet masked = new DataSet(features, oneHot, Nd4j.ones(3, 2), null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4j.samples(masked, "N", "V"))
                .withMessageContaining("mask");
    }

    private static void requireAll(Samples samples) {
        assertThat(samples.shape()).isEqualTo(Shape.of(1, 2));
        assertThat(samples.classNames()).containsExactly("N", "V");
        assertThat(samples).extracting(sample -> sample.id()).containsExactly("0", "1", "2");
        assertThat(samples).extracting(sample -> sample.label()).containsExactly(1, 0, 1);
        assertThat(samples)
                .extracting(sample -> sample.input())
                .containsExactly(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});
    }
}
