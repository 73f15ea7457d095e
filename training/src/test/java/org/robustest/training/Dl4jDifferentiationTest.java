package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Objectives.adversarial;
import static org.robustest.training.Objectives.crossEntropy;
import static org.robustest.training.Objectives.jacobian;
import static org.robustest.training.Objectives.nsr;
import static org.robustest.training.TrainingLength.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.robustest.attack.Pgd;
import org.robustest.dl4j.ImportedNetwork;
import org.robustest.dl4j.ModelDerivatives;
import org.robustest.perturbation.Norm;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Of models that can be imported, the gradients by DL4J are compared with our own. */
class Dl4jDifferentiationTest {

    private static final Shape SIGNAL = Shape.of(1, Models.LENGTH);

    private final Samples signals = TestSamples.of(SIGNAL, 40);

    static Stream<TrainingObjective> objectives() {
        return Stream.of(
                crossEntropy(),
                nsr(),
                nsr().withNoise(Norm.L2).withoutMargin().withBeta(0.7),
                jacobian().withBeta(0.5),
                jacobian().withNoise(Norm.LINF),
                adversarial(linf(0.05)).by(Pgd.withDefaults().withSteps(3).withRestarts(1)));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void gradients_of_a_smooth_graph_equal_those_of_our_own_passes(TrainingObjective objective) {
        requireEqualToOwn(objective, Activation.TANH);
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void gradients_of_a_piecewise_linear_graph_equal_those_of_our_own_passes(TrainingObjective objective) {
        requireEqualToOwn(objective, Activation.RELU);
    }

    private void requireEqualToOwn(TrainingObjective objective, Activation activation) {
        ComputationGraph model = Models.graph(new NeuralNetConfiguration.Builder().seed(3), activation);
        ImportedNetwork imported = ImportedNetwork.of(model, SIGNAL);
        Differentiation own = new OwnDifferentiation(imported);
        Differentiation byDl4j = new Dl4jDifferentiation(ModelDerivatives.of(model, SIGNAL));
        float[] expected = new float[(int) model.numParams()];
        float[] found = new float[expected.length];

        double ownLoss = gradients(own, objective, expected);
        double loss = gradients(byDl4j, objective, found);

        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(loss).isCloseTo(ownLoss, within(1e-5));
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("parameter %s", i).isCloseTo(expected[i], within((float) (1e-4 * largest)));
        }
    }

    private double gradients(Differentiation differentiation, TrainingObjective objective, float[] ofModel) {
        List<Sample> all = StreamSupport.stream(signals.spliterator(), false).toList();
        List<float[]> parameters = differentiation.parameters();
        List<float[]> gradients =
                parameters.stream().map(array -> new float[array.length]).toList();
        TrainingBatch batch = new TrainingBatch(
                all, InputRange.UNBOUNDED, differentiation.at(parameters), new TrainingTime(0, 10, 0));
        double loss = objective.addGradients(batch, 1, gradients).total();
        differentiation.toModel(gradients, ofModel);
        return loss;
    }

    @Test
    void a_recurrent_model_is_trained_and_the_log_says_how_and_why() {
        MultiLayerNetwork model = recurrent();
        List<String> lines = new ArrayList<>();

        TrainingResult first =
                Trainer.of(model).with(nsr()).withProgress(lines::add, 50).fit(signals, steps(1));
        TrainingResult last = Trainer.of(model).with(nsr()).fit(signals, steps(40));

        assertThat(lines.get(0))
                .startsWith("the model is trained by the gradients of DL4J itself, many times slower than by our own,"
                        + " and those of input gradients are taken by central differences: ")
                .contains("LSTM");
        assertThat(last.loss()).isLessThan(0.8 * first.loss());
    }

    @Test
    void what_needs_rows_of_weights_is_refused() {
        assertThatThrownBy(() -> Trainer.of(recurrent()).withUnitNormRows().fit(signals, steps(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need a model that can be imported; train without them")
                .hasMessageContaining("LSTM");
    }

    private static MultiLayerNetwork recurrent() {
        MultiLayerNetwork model = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.02))
                .list()
                .layer(new LSTM.Builder().nIn(1).nOut(3).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(3)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        model.init();
        return model;
    }
}
