package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Gradients.requireEqual;
import static org.robustest.training.Gradients.zeros;
import static org.robustest.training.Objectives.certified;
import static org.robustest.training.Objectives.crossEntropy;
import static org.robustest.training.Objectives.nsr;
import static org.robustest.training.TrainingLength.steps;

import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.attack.Fgsm;
import org.robustest.network.Derivatives;
import org.robustest.network.Network;
import org.robustest.perturbation.Perturbations;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Compares with the loss written out in double for an MLP, and with its central differences. */
class CertifiedTrainingTest {

    private static final InputRange RANGE = new InputRange(-0.6f, 0.6f);

    private final Samples samples = TestSamples.of(Shape.of(Models.FEATURES), 50);
    private final Samples signals = TestSamples.of(Shape.of(1, Models.LENGTH), 50);
    private final List<Sample> all = StreamSupport.stream(samples.spliterator(), false)
            .filter(sample -> Arrays.equals(sample.input(), clipped(sample.input())))
            .toList();

    @ParameterizedTest
    @CsvSource({"RELU, 0.05, 0.5", "TANH, 0.05, 0.5", "TANH, 0.2, 0", "RELU, 0.2, 0.9", "TANH, 0, 0.5"})
    void loss_and_gradient_equal_those_written_out_in_double(Activation activation, double epsilon, double clean) {
        Network network = Models.network(activation);
        DoubleMlp reference = new DoubleMlp(activation, network.parameters());
        List<float[]> gradients = zeros(network);

        double found = certified(linf(epsilon))
                .withCleanShare(clean)
                .addGradients(batch(network, 0), 1, gradients)
                .total();

        assertThat(all).hasSizeBetween(10, 50);
        assertThat(found).isCloseTo(loss(reference, epsilon, clean), within(1e-5));
        requireEqual(gradients, reference.centralDifferences(mlp -> loss(mlp, epsilon, clean), 1e-6));
    }

    private double loss(DoubleMlp mlp, double epsilon, double clean) {
        return all.stream()
                .mapToDouble(sample -> {
                    double[] z = mlp.logits(sample.input());
                    double[] worst = mlp.worstLogits(
                            moved(sample.input(), -epsilon), moved(sample.input(), epsilon), sample.label());
                    return clean * crossEntropyOf(z, sample.label())
                            + (1 - clean) * crossEntropyOf(worst, sample.label());
                })
                .average()
                .orElseThrow();
    }

    private static double crossEntropyOf(double[] z, int label) {
        return Math.log(Arrays.stream(z).map(Math::exp).sum()) - z[label];
    }

    private static double[] moved(float[] input, double by) {
        double[] moved = new double[input.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.min(Math.max(input[i] + by, RANGE.low()), RANGE.high());
        }
        return moved;
    }

    private static float[] clipped(float[] input) {
        float[] clipped = input.clone();
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.min(Math.max(clipped[i], RANGE.low()), RANGE.high());
        }
        return clipped;
    }

    @Test
    void a_sample_may_have_a_set_of_its_own() {
        Network network = Models.network(Activation.TANH);
        DoubleMlp reference = new DoubleMlp(Activation.TANH, network.parameters());

        double found = certified(
                        Perturbations.perSample("more for a", 0.2, sample -> linf(sample.label() == 0 ? 0.2 : 0.01)))
                .addGradients(batch(network, 0), 1, zeros(network))
                .total();

        double expected = all.stream()
                .mapToDouble(sample -> {
                    double epsilon = sample.label() == 0 ? 0.2 : 0.01;
                    double[] worst = reference.worstLogits(
                            moved(sample.input(), -epsilon), moved(sample.input(), epsilon), sample.label());
                    return 0.5 * crossEntropyOf(reference.logits(sample.input()), sample.label())
                            + 0.5 * crossEntropyOf(worst, sample.label());
                })
                .average()
                .orElseThrow();
        assertThat(found).isCloseTo(expected, within(1e-5));
    }

    @Test
    void boxes_grow_and_the_clean_share_falls_after_the_start() {
        Network network = Models.network(Activation.TANH);
        CertifiedTraining objective = certified(linf(0.1)).withStartEpoch(1).withRise(4);

        assertThat(objective.sizeAt(0.9)).isZero();
        assertThat(objective.sizeAt(2)).isEqualTo(0.25);
        assertThat(objective.sizeAt(9)).isEqualTo(1);
        assertThat(objective
                        .addGradients(batch(network, 0.5), 1, zeros(network))
                        .parts())
                .isEqualTo(crossEntropy()
                        .addGradients(batch(network, 0.5), 1, zeros(network))
                        .parts());
        double clean = crossEntropy()
                .addGradients(batch(network, 2), 1, zeros(network))
                .total();
        assertThat(objective
                        .addGradients(batch(network, 2), 1, zeros(network))
                        .parts()
                        .get("cross-entropy"))
                .isCloseTo(0.875 * clean, within(1e-6));
    }

    @Test
    void the_smaller_the_boxes_around_worst_points_the_smaller_the_bound() {
        Network network = Models.network(Activation.TANH);
        CertifiedTraining objective = certified(linf(0.1)).withCleanShare(0);
        double whole =
                objective.addGradients(batch(network, 0), 1, zeros(network)).total();
        double half = small(objective, network, 0.5);
        double none = small(objective, network, 0);

        assertThat(small(objective, network, 1)).isCloseTo(whole, within(1e-5));
        assertThat(half).isLessThan(whole);
        assertThat(none).isLessThan(half);
        double atWorst = 2
                * Objectives.adversarial(linf(0.1))
                        .by(Fgsm.withDefaults())
                        .addGradients(batch(network, 0), 1, zeros(network))
                        .parts()
                        .get("adversarial");
        assertThat(none).isCloseTo(atWorst, within(1e-5));
    }

    private double small(CertifiedTraining objective, Network network, double share) {
        return objective
                .withSmallBoxes(share, Fgsm.withDefaults())
                .addGradients(batch(network, 0), 1, zeros(network))
                .total();
    }

    @Test
    void adds_up_with_other_objectives_and_gives_the_same_bits_on_any_number_of_threads() {
        ComputationGraph expected = graph(Activation.RELU);
        ComputationGraph found = graph(Activation.RELU);
        TrainingObjective sum = certified(linf(0.05)).withRise(1).plus(nsr().times(0.5));

        Trainer.of(expected).with(sum).withBatchSize(20).withThreads(1).fit(signals, steps(20));
        Trainer.of(found).with(sum).withBatchSize(20).withThreads(3).fit(signals, steps(20));

        assertThat(found.params().toFloatVector()).isEqualTo(expected.params().toFloatVector());
    }

    @Test
    void a_layer_without_bounds_is_refused_before_the_first_step_by_its_name() {
        ComputationGraph model = graph(Activation.SWISH);
        float[] before = model.params().toFloatVector();

        assertThatThrownBy(() -> Trainer.of(model)
                        .with(certified(linf(0.05)).withStartEpoch(10))
                        .fit(signals, steps(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("swish is neither");
        assertThat(model.params().toFloatVector()).isEqualTo(before);
    }

    @Test
    void a_model_that_only_dl4j_can_differentiate_is_refused() {
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LSTM.Builder().nIn(1).nOut(3).build())
                .layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(3)
                        .nOut(Models.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        model.init();

        assertThatThrownBy(() -> Trainer.of(model).with(certified(linf(0.05))).fit(signals, steps(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("interval bounds need a model that can be imported");
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> certified(linf(0.1)).withCleanShare(1.5))
                .hasMessage("the share of the unperturbed samples must be from 0 to 1, but it was 1.5");
        assertThatThrownBy(() -> certified(linf(0.1)).withRise(-1)).hasMessageContaining("rise");
        assertThatThrownBy(() -> certified(linf(0.1)).withSmallBoxes(Double.NaN, Fgsm.withDefaults()))
                .hasMessageContaining("NaN");
    }

    private static ComputationGraph graph(Activation activation) {
        return Models.graph(new NeuralNetConfiguration.Builder().seed(3).updater(new AdaMax(0.01)), activation);
    }

    private TrainingBatch batch(Network network, double epoch) {
        return new TrainingBatch(
                all, RANGE, new OwnPasses(Derivatives.of(network)), new TrainingTime((int) (epoch * 10), 10, 0));
    }
}
