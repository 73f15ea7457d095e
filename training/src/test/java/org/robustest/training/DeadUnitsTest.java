package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class DeadUnitsTest {

    private final Samples samples = TestSamples.of(Shape.of(Models.FEATURES), 40);

    @Test
    void units_without_gradient_get_new_weights_and_no_bias() {
        List<float[]> parameters = parameters();
        DeadUnits units = new DeadUnits(parameters, 1);
        units.watch(List.of(new float[] {0, 0, 0, 0, 0, 0}, new float[] {0, 0, 1}));
        units.watch(List.of(new float[] {0, 2, 0, 0, 0, 0}, new float[] {0, 0, 0}));

        int count = units.redraw(parameters, 7);

        assertThat(count).isEqualTo(1);
        assertThat(parameters.get(0)[0]).isEqualTo(10);
        assertThat(parameters.get(0)[1]).isEqualTo(11);
        assertThat(parameters.get(0)[2]).isBetween(-(float) Math.sqrt(3), (float) Math.sqrt(3));
        assertThat(parameters.get(0)[3]).isBetween(-(float) Math.sqrt(3), (float) Math.sqrt(3));
        assertThat(parameters.get(0)[4]).isEqualTo(14);
        assertThat(parameters.get(1)).containsExactly(20, 0, 22);
    }

    @Test
    void every_epoch_is_looked_at_by_itself() {
        List<float[]> parameters = parameters();
        DeadUnits units = new DeadUnits(parameters, 1);
        units.watch(List.of(new float[] {1, 1, 1, 1, 1, 1}, new float[] {1, 1, 1}));

        assertThat(units.redraw(parameters, 7)).isZero();
        units.watch(List.of(new float[] {1, 1, 1, 1, 0, 0}, new float[] {1, 1, 0}));
        assertThat(units.redraw(parameters, 14)).isEqualTo(1);
    }

    @Test
    void new_weights_have_the_variance_of_he_and_depend_on_the_seed_the_step_and_the_unit() {
        int columns = 20_000;
        List<float[]> weights = new ArrayList<>();
        for (long seed : new long[] {1, 1, 2}) {
            List<float[]> parameters = List.of(new float[2 * columns], new float[2]);
            new DeadUnits(parameters, seed).redraw(parameters, 7);
            weights.add(parameters.get(0));
        }

        double variance = IntStream.range(0, 2 * columns)
                .mapToDouble(i -> weights.get(0)[i] * weights.get(0)[i])
                .average()
                .orElseThrow();
        assertThat(variance * columns).isBetween(1.95, 2.05);
        assertThat(weights.get(1)).isEqualTo(weights.get(0));
        assertThat(weights.get(2)).isNotEqualTo(weights.get(0));
        assertThat(weights.get(0)[0]).isNotEqualTo(weights.get(0)[columns]);
    }

    @Test
    void a_unit_whose_relu_is_zero_for_all_samples_comes_back_to_life() {
        MultiLayerNetwork with = withDeadUnit();
        MultiLayerNetwork without = withDeadUnit();
        INDArray dead = with.getParam("0_W").getColumn(2).dup();
        List<String> lines = new ArrayList<>();
        Trainer trainer = Trainer.of(with).redrawingDeadUnits().withBatchSize(10);

        trainer.withProgress(lines::add, 100).fit(samples, TrainingLength.epochs(2));
        Trainer.of(without).withBatchSize(10).fit(samples, TrainingLength.epochs(2));

        assertThat(lines.get(0)).isEqualTo("step 4: 1 units had no gradient for an epoch, and were drawn anew");
        assertThat(with.getParam("0_b").getFloat(2)).isBetween(-1f, 1f);
        assertThat(with.getParam("0_W").getColumn(2)).isNotEqualTo(dead);
        assertThat(without.getParam("0_W").getColumn(2)).isEqualTo(dead);
    }

    private static MultiLayerNetwork withDeadUnit() {
        MultiLayerNetwork model =
                Models.mlp(new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)), Activation.RELU);
        model.getParam("0_b").putScalar(2, -100);
        return model;
    }

    /** Three units of two weights each. */
    private static List<float[]> parameters() {
        return List.of(new float[] {10, 11, 12, 13, 14, 15}, new float[] {20, 21, 22});
    }
}
