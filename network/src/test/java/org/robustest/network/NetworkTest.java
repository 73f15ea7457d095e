package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.classifier.Cotangent;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.MaxPooling;
import org.robustest.layer.Window;
import org.robustest.samples.Shape;

class NetworkTest {

    private static final int INPUTS = 187;
    private static final int CLASSES = 5;
    private static final int BATCH = 800;
    private static final Cotangent LOGITS_AS_COTANGENT =
            (index, logits, cotangent) -> System.arraycopy(logits, 0, cotangent, 0, logits.length);

    private final float[] inputs = RandomArrays.uniform("inputs", BATCH * INPUTS, 0, 1);

    @Test
    void a_dense_layer_is_the_matrix_product_it_stands_for() {
        Network network = Network.sequential(
                Shape.of(3), List.of(Dense.of(new float[] {1, 2, 3, 4, 5, 6}, new float[] {0.5f, -0.5f})));
        float[] logits = new float[4];

        network.logits(new float[] {1, 0, -1, 2, 2, 2}, 2, logits);

        assertThat(logits).containsExactly(-1.5f, -2.5f, 12.5f, 29.5f);
    }

    @Test
    void the_gradient_of_a_dense_layer_is_its_matrix_row() {
        Network network = Network.sequential(
                Shape.of(3), List.of(Dense.of(new float[] {1, 2, 3, 4, 5, 6}, new float[] {0.5f, -0.5f})));
        float[] gradients = new float[6];

        network.inputGradients(
                new float[6], 2, (index, logits, cotangent) -> cotangent[index] = 1, new float[4], gradients);

        assertThat(gradients).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void logits_equal_those_of_a_double_precision_reference() {
        ReferenceMlp reference = ReferenceMlp.random("tanh", x -> Math.tanh(x), INPUTS, 128, 128, 32, CLASSES);
        Network network = reference.network(Activations.tanh());
        float[] logits = new float[BATCH * CLASSES];

        network.logits(inputs, BATCH, logits);

        for (int i = 0; i < BATCH; i++) {
            double[] expected = reference.logits(inputs, i * INPUTS);
            for (int k = 0; k < CLASSES; k++) {
                assertThat((double) logits[i * CLASSES + k]).isCloseTo(expected[k], within(1e-5));
            }
        }
    }

    @Test
    void input_gradients_equal_central_differences_of_the_double_precision_reference() {
        ReferenceMlp reference = ReferenceMlp.random("differences", x -> Math.tanh(x), INPUTS, 64, 32, CLASSES);
        Network network = reference.network(Activations.tanh());
        float[] gradients = new float[INPUTS];

        for (int k = 0; k < CLASSES; k++) {
            int row = k;
            network.inputGradients(
                    inputs, 1, (index, z, cotangent) -> cotangent[row] = 1, new float[CLASSES], gradients);
            for (int i = 0; i < INPUTS; i++) {
                assertThat((double) gradients[i]).isCloseTo(reference.derivative(inputs, k, i), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 10, 16, 64, 800})
    void the_same_input_gives_the_same_bits_in_batches_of_any_size(int batchSize) {
        Network network =
                ReferenceMlp.random("bits", x -> x, INPUTS, 128, 32, CLASSES).network(Activations.relu());
        float[] expectedLogits = new float[BATCH * CLASSES];
        float[] expected = new float[BATCH * INPUTS];
        network.inputGradients(inputs, BATCH, LOGITS_AS_COTANGENT, expectedLogits, expected);

        float[] logits = new float[batchSize * CLASSES];
        float[] gradients = new float[batchSize * INPUTS];
        for (int first = 0; first < BATCH; first += batchSize) {
            int count = Math.min(batchSize, BATCH - first);
            network.inputGradients(
                    Arrays.copyOfRange(inputs, first * INPUTS, (first + count) * INPUTS),
                    count,
                    LOGITS_AS_COTANGENT,
                    logits,
                    gradients);
            assertThat(Arrays.copyOf(gradients, count * INPUTS))
                    .isEqualTo(Arrays.copyOfRange(expected, first * INPUTS, (first + count) * INPUTS));
            assertThat(Arrays.copyOf(logits, count * CLASSES))
                    .isEqualTo(Arrays.copyOfRange(expectedLogits, first * CLASSES, (first + count) * CLASSES));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void the_same_batch_gives_the_same_bits_on_any_number_of_threads(int threads) {
        Network network =
                ReferenceMlp.random("bits", x -> x, INPUTS, 128, 32, CLASSES).network(Activations.relu());
        float[] expected = new float[BATCH * INPUTS];
        network.inputGradients(inputs, BATCH, LOGITS_AS_COTANGENT, new float[BATCH * CLASSES], expected);
        float[] gradients = new float[BATCH * INPUTS];

        ForkJoinPool pool = new ForkJoinPool(threads);
        pool.submit(() -> network.inputGradients(
                        inputs, BATCH, LOGITS_AS_COTANGENT, new float[BATCH * CLASSES], gradients))
                .join();
        pool.shutdown();

        assertThat(gradients).isEqualTo(expected);
    }

    /** Convolutions, a residual connection, pooling: memory is used again, and layers work in place. */
    private static Network residualNetwork() {
        Network.Builder builder = Network.builder(Shape.of(1, INPUTS));
        Network.Value stem = builder.add(convolution(1, 6, 5), builder.input());
        Network.Value hidden = builder.add(Activation.of(Activations.relu()), builder.add(convolution(6, 6, 3), stem));
        Network.Value sum = builder.add(LinearCombination.of(1, 1), builder.add(convolution(6, 6, 5), hidden), stem);
        Network.Value pooled = builder.add(
                MaxPooling.of(Window.of(5).withStride(2)), builder.add(Activation.of(Activations.relu()), sum));
        return builder.build(builder.add(
                Dense.of(
                        RandomArrays.uniform("head", pooled.shape().size() * CLASSES, -0.1, 0.1),
                        RandomArrays.uniform("head biases", CLASSES, -0.1, 0.1)),
                pooled));
    }

    private static Layer convolution(int inputs, int outputs, int taps) {
        return Convolution.of(
                RandomArrays.uniform("kernel " + taps, inputs * outputs * taps, -0.4, 0.4),
                RandomArrays.uniform("kernel biases " + taps, outputs, -0.1, 0.1),
                Window.of(taps).withPadding(new int[] {taps / 2}, new int[] {taps / 2}));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 16, 100})
    void a_residual_network_gives_the_same_bits_in_any_batch_order_and_number_of_threads(int batchSize) {
        Network network = residualNetwork();
        int batch = 100;
        float[] expected = new float[batch * INPUTS];
        network.inputGradients(inputs, batch, LOGITS_AS_COTANGENT, new float[batch * CLASSES], expected);
        ForkJoinPool pool = new ForkJoinPool(3);

        float[] gradients = new float[batchSize * INPUTS];
        for (int last = batch; last > 0; last -= batchSize) {
            int first = Math.max(0, last - batchSize);
            int count = last - first;
            float[] some = Arrays.copyOfRange(inputs, first * INPUTS, last * INPUTS);
            pool.submit(() -> network.inputGradients(
                            some, count, LOGITS_AS_COTANGENT, new float[count * CLASSES], gradients))
                    .join();
            assertThat(Arrays.copyOf(gradients, count * INPUTS))
                    .isEqualTo(Arrays.copyOfRange(expected, first * INPUTS, last * INPUTS));
        }
        pool.shutdown();
    }

    @Test
    void memory_used_again_changes_no_gradient() {
        Network network = residualNetwork();
        float[] direction = RandomArrays.uniform("direction", 20 * INPUTS, -1, 1);
        float[] tangents = new float[20 * CLASSES];
        float[] logits = new float[20 * CLASSES];
        float[] gradients = new float[20 * INPUTS];

        // The training passes keep every value, and so do not depend on the plan of the memory.
        Derivatives.of(network).tangents(inputs, 20, direction, logits, tangents);
        network.inputGradients(inputs, 20, LOGITS_AS_COTANGENT, logits, gradients);

        for (int i = 0; i < 20; i++) {
            double left = 0;
            for (int k = 0; k < CLASSES; k++) {
                left += (double) tangents[i * CLASSES + k] * logits[i * CLASSES + k];
            }
            double right = 0;
            for (int j = 0; j < INPUTS; j++) {
                right += (double) gradients[i * INPUTS + j] * direction[i * INPUTS + j];
            }
            assertThat(left).isCloseTo(right, within(1e-4));
        }
    }

    @Test
    void gradients_of_a_value_used_twice_add_up() {
        Network.Builder builder = Network.builder(Shape.of(2));
        Network.Value hidden = builder.add(Activation.of(Activations.relu()), builder.input());
        Network.Value twice = builder.add(shapes -> new Sum(shapes.get(0)), hidden, hidden);
        Network network = builder.build(twice);
        float[] logits = new float[2];
        float[] gradients = new float[2];

        network.inputGradients(new float[] {3, 5}, 1, (index, z, cotangent) -> cotangent[1] = 1, logits, gradients);

        assertThat(logits).containsExactly(6, 10);
        assertThat(gradients).containsExactly(0, 2);
    }

    @Test
    void an_array_too_small_for_the_batch_is_refused_with_both_sizes() {
        Network network = Network.sequential(Shape.of(2), List.of(Dense.of(new float[4], new float[2])));

        assertThatThrownBy(() -> network.logits(new float[5], 3, new float[6]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch of 3 needs 6 values for inputs, but the array has 5");
    }

    @Test
    void layers_that_do_not_fit_are_refused_with_their_sizes() {
        assertThatThrownBy(() -> Network.sequential(Shape.of(3), List.of(Dense.of(new float[4], new float[2]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dense(2 -> 2) needs one input of 2 values, but got shapes [[3]]");
    }

    @Test
    void a_parameter_that_is_not_finite_is_refused() {
        assertThatThrownBy(() -> Dense.of(new float[] {1, Float.NaN}, new float[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every weight must be finite, but the one at index 1 was NaN");
    }

    @Test
    void a_single_logit_is_no_classifier() {
        assertThatThrownBy(() -> Network.sequential(Shape.of(2), List.of(Dense.of(new float[2], new float[1]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least two logits");
    }

    /** Adds its two inputs. */
    private record Sum(Shape outputShape) implements Passes {
        @Override
        public void forward(Block block, float[][] inputs, float[] output) {
            for (int i = 0; i < output.length; i++) {
                output[i] = inputs[0][i] + inputs[1][i];
            }
        }

        @Override
        public void backward(
                Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
            for (float[] inputGradient : inputGradients) {
                for (int i = 0; i < output.length; i++) {
                    inputGradient[i] += outputGradient[i];
                }
            }
        }

        @Override
        public void tangent(
                Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
            forward(block, inputTangents, outputTangent);
        }

        @Override
        public int roundings() {
            return 1;
        }

        @Override
        public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
            for (int i = 0; i < outputLower.length; i++) {
                outputLower[i] = lower[0][i] + lower[1][i];
                outputUpper[i] = upper[0][i] + upper[1][i];
            }
        }

        @Override
        public String description() {
            return "sum";
        }
    }
}
