package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.classifier.Cotangent;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.samples.Shape;

/** Compares with central differences of a network 6-5-4-3 with tanh, written out in double. */
class DerivativesTest {

    private static final int INPUTS = 6;
    private static final int CLASSES = 3;
    private static final int BATCH = 70;
    private static final int[] SIZES = {INPUTS, 5, 4, CLASSES};
    private static final Cotangent COTANGENT = (index, logits, cotangent) -> {
        for (int k = 0; k < CLASSES; k++) {
            cotangent[k] = (float) Math.sin(index + 2 * k);
        }
    };

    private final List<float[]> parameters = IntStream.range(0, 6)
            .mapToObj(i -> RandomArrays.uniform(
                    "parameters " + i, i % 2 == 0 ? SIZES[i / 2] * SIZES[i / 2 + 1] : SIZES[i / 2 + 1], -1, 1))
            .toList();
    private final float[] inputs = RandomArrays.uniform("derivatives inputs", BATCH * INPUTS, -1, 1);
    private final float[] directions = RandomArrays.uniform("derivatives directions", BATCH * INPUTS, -1, 1);
    private final Network network = Network.sequential(
            Shape.of(INPUTS),
            List.of(
                    Dense.of(parameters.get(0), parameters.get(1)),
                    Activation.of(Activations.tanh()),
                    Dense.of(parameters.get(2), parameters.get(3)),
                    Activation.of(Activations.tanh()),
                    Dense.of(parameters.get(4), parameters.get(5))));
    private final float[] logits = new float[BATCH * CLASSES];

    @Test
    void the_parameters_are_those_of_the_layers_in_their_order() {
        assertThat(network.parameters()).usingRecursiveComparison().isEqualTo(parameters);
    }

    @Test
    void tangents_equal_central_differences() {
        float[] tangents = new float[BATCH * CLASSES];

        Derivatives.of(network).tangents(inputs, BATCH, directions, logits, tangents);

        for (int i = 0; i < BATCH; i++) {
            double[] above = reference(doubles(), moved(i, 1e-5));
            double[] below = reference(doubles(), moved(i, -1e-5));
            for (int k = 0; k < CLASSES; k++) {
                assertThat((double) tangents[i * CLASSES + k]).isCloseTo((above[k] - below[k]) / 2e-5, within(1e-5));
            }
        }
    }

    @Test
    void tangents_and_input_gradients_are_adjoint() {
        float[] tangents = new float[BATCH * CLASSES];
        float[] gradients = new float[BATCH * INPUTS];

        Derivatives.of(network).tangents(inputs, BATCH, directions, logits, tangents);
        network.inputGradients(inputs, BATCH, COTANGENT, logits, gradients);

        float[] cotangent = new float[CLASSES];
        for (int i = 0; i < BATCH; i++) {
            COTANGENT.write(i, new float[CLASSES], cotangent);
            double left = 0;
            for (int k = 0; k < CLASSES; k++) {
                left += (double) tangents[i * CLASSES + k] * cotangent[k];
            }
            double right = 0;
            for (int j = 0; j < INPUTS; j++) {
                right += (double) gradients[i * INPUTS + j] * directions[i * INPUTS + j];
            }
            assertThat(left).isCloseTo(right, within(1e-5));
        }
    }

    @Test
    void parameter_gradients_equal_central_differences_of_the_sum_over_the_batch() {
        List<float[]> gradients = zeros();

        Derivatives.of(network).parameterGradients(inputs, BATCH, COTANGENT, logits, gradients);

        requireEqual(gradients, differences(parameters -> {
            double sum = 0;
            float[] cotangent = new float[CLASSES];
            for (int i = 0; i < BATCH; i++) {
                COTANGENT.write(i, new float[CLASSES], cotangent);
                double[] z = reference(parameters, input(i));
                for (int k = 0; k < CLASSES; k++) {
                    sum += cotangent[k] * z[k];
                }
            }
            return sum;
        }));
    }

    /** log(1 + R) with {@code R = ‖v‖₁ / (z_y + η)} and {@code v = ∂z_y/∂x}, where η is large enough for a positive signal. */
    @Test
    void gradients_of_the_noise_to_signal_ratio_equal_central_differences() {
        double eta = 10;
        List<float[]> gradients = zeros();

        Derivatives.of(network).objectiveGradients(inputs, BATCH, noiseToSignalRatio(eta), logits, gradients);

        requireEqual(gradients, differences(parameters -> {
            double sum = 0;
            for (int i = 0; i < BATCH; i++) {
                int label = i % CLASSES;
                double noise = 0;
                for (int j = 0; j < INPUTS; j++) {
                    double[] x = input(i);
                    x[j] += 1e-4;
                    double above = reference(parameters, x)[label];
                    x[j] -= 2e-4;
                    noise += Math.abs(above - reference(parameters, x)[label]) / 2e-4;
                }
                sum += Math.log1p(noise / (reference(parameters, input(i))[label] + eta));
            }
            return sum;
        }));
    }

    private static Objective noiseToSignalRatio(double eta) {
        return new Objective() {
            @Override
            public void inputGradientCotangent(int index, float[] z, float[] cotangent) {
                cotangent[index % CLASSES] = 1;
            }

            @Override
            public void derivatives(int index, float[] z, float[] v, float[] c, float[] s) {
                double noise = 0;
                for (float value : v) {
                    noise += Math.abs(value);
                }
                double signal = z[index % CLASSES] + eta;
                double factor = 1 / (1 + noise / signal);
                c[index % CLASSES] = (float) (-factor * noise / (signal * signal));
                for (int j = 0; j < v.length; j++) {
                    s[j] = (float) (factor / signal) * Math.signum(v[j]);
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void gradients_have_the_same_bits_on_any_number_of_threads(int threads) {
        Derivatives derivatives = Derivatives.of(network);
        List<float[]> expected = zeros();
        derivatives.parameterGradients(inputs, BATCH, COTANGENT, logits, expected);
        derivatives.objectiveGradients(inputs, BATCH, noiseToSignalRatio(10), logits, expected);
        List<float[]> gradients = zeros();

        ForkJoinPool pool = new ForkJoinPool(threads);
        pool.submit(() -> {
                    derivatives.parameterGradients(inputs, BATCH, COTANGENT, logits, gradients);
                    derivatives.objectiveGradients(inputs, BATCH, noiseToSignalRatio(10), logits, gradients);
                })
                .join();
        pool.shutdown();

        assertThat(gradients).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void gradients_of_another_form_than_the_parameters_are_refused() {
        assertThatThrownBy(() -> Derivatives.of(network)
                        .parameterGradients(inputs, BATCH, COTANGENT, logits, List.of(new float[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("of the lengths [30, 5, 20, 4, 12, 3], but there were [3]");
    }

    private List<float[]> zeros() {
        return parameters.stream().map(parameter -> new float[parameter.length]).toList();
    }

    private List<double[]> doubles() {
        return parameters.stream()
                .map(parameter -> IntStream.range(0, parameter.length)
                        .mapToDouble(i -> parameter[i])
                        .toArray())
                .toList();
    }

    private double[] input(int sample) {
        return moved(sample, 0);
    }

    private double[] moved(int sample, double step) {
        return IntStream.range(sample * INPUTS, (sample + 1) * INPUTS)
                .mapToDouble(i -> inputs[i] + step * directions[i])
                .toArray();
    }

    private static double[] reference(List<double[]> parameters, double[] input) {
        double[] x = input;
        for (int l = 0; l < 3; l++) {
            double[] weights = parameters.get(2 * l);
            double[] y = parameters.get(2 * l + 1).clone();
            for (int o = 0; o < y.length; o++) {
                for (int i = 0; i < x.length; i++) {
                    y[o] += weights[o * x.length + i] * x[i];
                }
            }
            x = l < 2 ? Arrays.stream(y).map(Math::tanh).toArray() : y;
        }
        return x;
    }

    private List<double[]> differences(ToDoubleFunction<List<double[]>> function) {
        List<double[]> at = doubles();
        List<double[]> differences = doubles();
        for (int p = 0; p < at.size(); p++) {
            double[] parameter = at.get(p);
            for (int i = 0; i < parameter.length; i++) {
                double value = parameter[i];
                parameter[i] = value + 1e-4;
                double above = function.applyAsDouble(at);
                parameter[i] = value - 1e-4;
                differences.get(p)[i] = (above - function.applyAsDouble(at)) / 2e-4;
                parameter[i] = value;
            }
        }
        return differences;
    }

    private static void requireEqual(List<float[]> gradients, List<double[]> differences) {
        for (int p = 0; p < gradients.size(); p++) {
            double largest =
                    Arrays.stream(differences.get(p)).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < gradients.get(p).length; i++) {
                assertThat((double) gradients.get(p)[i])
                        .as("parameter array %d, entry %d", p, i)
                        .isCloseTo(differences.get(p)[i], within(1e-4 * largest));
            }
        }
    }
}
