package org.robustest.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.training.Gradients.requireEqual;
import static org.robustest.training.Gradients.zeros;
import static org.robustest.training.Objectives.nsr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.robustest.network.Derivatives;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Compares with the loss written out in double for an MLP, and with its central differences. */
class ObjectivesTest {

    private final Samples samples = TestSamples.of(Shape.of(Models.FEATURES), 50);
    private final List<Sample> all =
            StreamSupport.stream(samples.spliterator(), false).toList();

    @ParameterizedTest
    @CsvSource({
        "TANH, LINF, true, 1, 0.01", "TANH, L2, true, 1, 0.01", "TANH, LINF, false, 0.5, 0.1",
        "RELU, LINF, true, 1, 0.01", "RELU, L2, true, 1, 0.01", "IDENTITY, L2, false, 2, 0.2"
    })
    void loss_and_gradient_equal_those_written_out_in_double(
            Activation activation, Norm norm, boolean hasMargin, double epsilon, double eta) {
        Network network = Models.network(activation);
        NoiseToSignalRegularization objective =
                nsr().withBeta(0.4).withNoise(norm).withEpsilon(epsilon).withEta(eta);
        objective = hasMargin ? objective : objective.withoutMargin();
        DoubleMlp reference = new DoubleMlp(activation, network.parameters());
        DoubleMlp.Nsr loss = new DoubleMlp.Nsr(0.4, epsilon, eta, norm, hasMargin);
        List<float[]> gradients = zeros(network);

        double found = objective.addGradients(batch(network, 0), 1, gradients).total();

        assertThat(loss.ratioCount(reference, all)).isBetween(10, 49);
        assertThat(found).isCloseTo(loss.of(reference, all), within(1e-5));
        requireEqual(gradients, reference.centralDifferences(mlp -> loss.of(mlp, all), 1e-6));
    }

    @ParameterizedTest
    @CsvSource({"TANH, LINF", "TANH, L2", "RELU, LINF"})
    void the_jacobian_regularization_equals_its_central_differences(Activation activation, Norm norm) {
        Network network = Models.network(activation);
        List<float[]> gradients = zeros(network);
        DoubleMlp reference = new DoubleMlp(activation, network.parameters());

        double found = Objectives.jacobian()
                .withBeta(0.7)
                .withNoise(norm)
                .addGradients(batch(network, 0), 1, gradients)
                .total();

        assertThat(found).isCloseTo(jacobian(reference, norm), within(1e-5));
        requireEqual(gradients, reference.centralDifferences(mlp -> jacobian(mlp, norm), 1e-6));
    }

    private double jacobian(DoubleMlp mlp, Norm norm) {
        return all.stream()
                .mapToDouble(sample -> {
                    double[] z = mlp.logits(sample.input());
                    double sum = Arrays.stream(z).map(Math::exp).sum();
                    double[] v = new double[Models.FEATURES];
                    for (int k = 0; k < z.length; k++) {
                        double[] row = mlp.inputGradient(sample.input(), k);
                        for (int i = 0; i < v.length; i++) {
                            v[i] += row[i] * (Math.exp(z[k]) / sum - (k == sample.label() ? 1 : 0));
                        }
                    }
                    double length = norm == Norm.LINF
                            ? Arrays.stream(v).map(Math::abs).sum()
                            : Math.sqrt(
                                    Arrays.stream(v).map(value -> value * value).sum());
                    return Math.log(sum) - z[sample.label()] + 0.7 * length;
                })
                .average()
                .orElseThrow();
    }

    @Test
    void the_weight_of_the_ratio_rises_after_the_start() {
        NoiseToSignalRegularization objective =
                nsr().withBeta(0.4).withStartEpoch(2).withRise(4);

        assertThat(objective.betaAt(1.9)).isZero();
        assertThat(objective.hasMarginAt(1.9)).isFalse();
        assertThat(objective.betaAt(3)).isCloseTo(0.1, within(1e-12));
        assertThat(objective.hasMarginAt(3)).isTrue();
        assertThat(objective.betaAt(6)).isEqualTo(0.4);
        assertThat(objective.betaAt(60)).isEqualTo(0.4);
    }

    @Test
    void before_the_start_there_is_the_squared_error_alone() {
        Network network = Models.network(Activation.TANH);
        DoubleMlp reference = new DoubleMlp(Activation.TANH, network.parameters());

        double loss = nsr().withStartEpoch(1)
                .addGradients(batch(network, 0.5), 1, zeros(network))
                .total();

        assertThat(loss).isCloseTo(new DoubleMlp.Nsr(0, 1, 0.01, Norm.LINF, false).of(reference, all), within(1e-5));
    }

    @Test
    void the_parts_of_a_loss_are_told_with_their_weights() {
        Network network = Models.network(Activation.TANH);
        DoubleMlp reference = new DoubleMlp(Activation.TANH, network.parameters());
        double squared = new DoubleMlp.Nsr(0, 1, 0.01, Norm.LINF, false).of(reference, all);
        double withMargin = new DoubleMlp.Nsr(0, 1, 0.01, Norm.LINF, true).of(reference, all);
        double whole = new DoubleMlp.Nsr(0.4, 1, 0.01, Norm.LINF, true).of(reference, all);

        TrainingLoss loss = nsr().withBeta(0.4)
                .plus(Objectives.crossEntropy())
                .times(0.5)
                .addGradients(batch(network, 0), 1, zeros(network));

        assertThat(loss.parts().keySet()).containsExactly("squared error", "margin", "ratio", "cross-entropy");
        assertThat(loss.parts().get("squared error")).isCloseTo(0.5 * squared, within(1e-5));
        assertThat(loss.parts().get("margin")).isCloseTo(0.5 * (withMargin - squared), within(1e-5));
        assertThat(loss.parts().get("ratio")).isCloseTo(0.5 * (whole - withMargin), within(1e-5));
    }

    @Test
    void sums_and_multiples_add_up_losses_and_gradients() {
        Network network = Models.network(Activation.TANH);
        List<float[]> ofSum = zeros(network);
        List<float[]> ofParts = zeros(network);
        TrainingObjective crossEntropy = Objectives.crossEntropy();

        double sum = nsr().plus(crossEntropy.times(0.5))
                .addGradients(batch(network, 0), 2, ofSum)
                .total();
        double parts = nsr().addGradients(batch(network, 0), 2, ofParts).total()
                + 0.5 * crossEntropy.addGradients(batch(network, 0), 1, ofParts).total();

        assertThat(sum).isCloseTo(parts, within(1e-12));
        assertThat(ofSum).usingRecursiveComparison().isEqualTo(ofParts);
    }

    @Test
    void adversarial_training_weighs_the_samples_and_the_worst_points_as_asked() {
        AdversarialTraining adversarial = Objectives.adversarial(linf(0.1));
        Network network = Models.network(Activation.TANH);
        List<float[]> ofSamples = zeros(network);
        double clean = Objectives.crossEntropy()
                .addGradients(batch(network, 0), 1, ofSamples)
                .total();
        List<float[]> ofWorst = zeros(network);
        double worst = adversarial
                .withCleanShare(0)
                .addGradients(batch(network, 0), 1, ofWorst)
                .total();
        List<float[]> ofBoth = zeros(network);
        double both = adversarial
                .withCleanShare(0.25)
                .addGradients(batch(network, 0), 1, ofBoth)
                .total();
        List<float[]> ofSamplesAlone = zeros(network);
        adversarial.withCleanShare(1).addGradients(batch(network, 0), 1, ofSamplesAlone);

        assertThat(worst).isGreaterThan(clean);
        assertThat(both).isCloseTo(0.25 * clean + 0.75 * worst, within(1e-6));
        requireEqual(ofBoth, weighted(0.25, ofSamples, 0.75, ofWorst));
        assertThat(ofSamplesAlone).usingRecursiveComparison().isEqualTo(ofSamples);
    }

    private static List<double[]> weighted(
            double weight, List<float[]> gradients, double otherWeight, List<float[]> others) {
        return IntStream.range(0, gradients.size())
                .mapToObj(p -> IntStream.range(0, gradients.get(p).length)
                        .mapToDouble(i -> weight * gradients.get(p)[i] + otherWeight * others.get(p)[i])
                        .toArray())
                .toList();
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> nsr().withBeta(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the weight beta of the noise-to-signal ratio must be 0 or more and finite, but it was -0.1");
        assertThatThrownBy(() -> nsr().withEta(0)).hasMessageContaining("eta").hasMessageContaining("positive");
        assertThatThrownBy(() -> nsr().withEpsilon(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> nsr().withNoise(Norm.L1)).hasMessageContaining("L1 was asked for");
        assertThatThrownBy(() -> Objectives.adversarial(linf(0.1)).withCleanShare(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("share of the unperturbed samples")
                .hasMessageContaining("1.5");
    }

    private TrainingBatch batch(Network network, double epoch) {
        return new TrainingBatch(
                all,
                InputRange.UNBOUNDED,
                new OwnPasses(Derivatives.of(network)),
                new TrainingTime((int) (epoch * 10), 10, 0));
    }
}
