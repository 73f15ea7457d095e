package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.classifier.BoundMethod;
import org.robustest.layer.Activation;
import org.robustest.layer.ActivationFunction;
import org.robustest.layer.Activations;
import org.robustest.layer.AveragePooling;
import org.robustest.layer.BatchNormalization;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.GlobalPooling;
import org.robustest.layer.L2Normalization;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.MaxPooling;
import org.robustest.layer.Maximum;
import org.robustest.layer.Merge;
import org.robustest.layer.Window;
import org.robustest.network.Network.Value;
import org.robustest.random.RandomStream;
import org.robustest.samples.Shape;

class LinearBoundsTest {

    @ParameterizedTest
    @EnumSource
    void the_margins_of_an_affine_network_are_bounded_by_the_closed_form(BoundMethod method) {
        float[] weights = RandomArrays.uniform("affine weights", 3 * 10, -1, 1);
        float[] biases = RandomArrays.uniform("affine biases", 3, -1, 1);
        float[] x = RandomArrays.uniform("affine input", 10, -1, 1);
        Network network = Network.sequential(Shape.of(10), List.of(Dense.of(weights, biases)));

        double[] bounds = network.marginBounds(Rows.linf(x, 0.125), 1, method);

        for (int rival : new int[] {0, 2}) {
            double exact = (double) biases[1] - biases[rival];
            for (int i = 0; i < 10; i++) {
                double w = (double) weights[10 + i] - weights[10 * rival + i];
                exact += w * x[i] - 0.125 * Math.abs(w);
            }
            assertThat(bounds[rival]).isBetween(exact - 5e-5, exact);
        }
        assertThat(bounds[1]).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @EnumSource
    void no_input_of_the_set_has_a_margin_below_its_bound(BoundMethod method) {
        for (int seed = 0; seed < 40; seed++) {
            Network network = randomNetwork(seed);
            int size = network.inputShape().size();
            float[] x = RandomArrays.uniform("center " + seed, size, -1, 1);
            for (double epsilon : new double[] {0, 0.01, 0.1, 0.5}) {
                double[] bounds = network.marginBounds(Rows.linf(x, epsilon), 0, method);
                requireAbove(network, x, epsilon, bounds, seed);
            }
        }
    }

    /** Asks for random points, corners, and the corners to which the gradients of the margins point. */
    private static void requireAbove(Network network, float[] x, double epsilon, double[] bounds, int seed) {
        int size = x.length;
        int classes = network.classCount();
        int count = 64;
        RandomStream random = RandomStream.of(seed, "points");
        float[] inputs = new float[count * size];
        for (int n = 0; n < count; n++) {
            for (int i = 0; i < size; i++) {
                double share = Math.min(1, Math.max(-1, 4 * random.nextDouble() - 2));
                inputs[n * size + i] = (float) (x[i] + share * epsilon * (1 - 1e-6));
            }
        }
        for (int step = 0; step < 5; step++) {
            float[] logits = new float[count * classes];
            float[] gradients = new float[inputs.length];
            network.inputGradients(
                    inputs,
                    count,
                    (index, z, u) -> {
                        u[0] = 1;
                        u[1 + index % (classes - 1)] = -1;
                    },
                    logits,
                    gradients);
            for (int n = 0; n < count; n++) {
                for (int k = 1; k < classes; k++) {
                    assertThat((double) logits[n * classes] - logits[n * classes + k])
                            .as("margin over %d at %s with epsilon %s", k, network, epsilon)
                            .isGreaterThanOrEqualTo(bounds[k]);
                }
            }
            for (int n = 0; n < count / 2; n++) {
                for (int i = 0; i < size; i++) {
                    double direction = Math.signum(gradients[n * size + i]);
                    inputs[n * size + i] = (float) (x[i] - direction * epsilon * (1 - 1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_bounds_of_a_single_input_are_its_margins_but_for_rounding(BoundMethod method) {
        for (int seed = 0; seed < 40; seed++) {
            Network network = randomNetwork(seed);
            float[] x =
                    RandomArrays.uniform("single " + seed, network.inputShape().size(), -1, 1);
            float[] logits = new float[network.classCount()];
            network.logits(x, 1, logits);

            double[] bounds = network.marginBounds(Rows.linf(x, 0), 0, method);

            for (int k = 1; k < logits.length; k++) {
                double margin = (double) logits[0] - logits[k];
                assertThat(bounds[k]).isBetween(margin - 1e-3, margin);
            }
        }
    }

    @Test
    void linear_bounds_are_closer_than_intervals_where_intervals_forget() {
        // f(x) = relu(x) - relu(x) in two branches: intervals know nothing of their being the same.
        Network.Builder builder = Network.builder(Shape.of(2));
        Value hidden = builder.add(Dense.of(new float[] {1, 1, 1, 1}, new float[] {3, 3}), builder.input());
        Value rectified = builder.add(Activation.of(Activations.relu()), hidden);
        Value logits = builder.add(Dense.of(new float[] {1, 0, 1, 0}, new float[] {1, 0}), rectified);
        Value last = builder.add(Activation.of(Activations.relu()), logits);
        Network network = builder.build(last);

        double byIntervals = network.marginBounds(Rows.linf(new float[2], 1), 0, BoundMethod.INTERVAL)[1];
        double byCrown = network.marginBounds(Rows.linf(new float[2], 1), 0, BoundMethod.CROWN)[1];

        assertThat(byIntervals).isBetween(-3.01, -2.99);
        assertThat(byCrown).isBetween(0.999, 1.0);
    }

    /** The coefficient of the input is 1 by way of the ReLU; each summand that the dense layer adds to it is lost in rounding. */
    @ParameterizedTest
    @EnumSource
    void what_is_lost_when_coefficients_behind_a_curve_are_added_up_is_taken_off(BoundMethod method) {
        int count = 4096;
        float[] small = new float[count];
        Arrays.fill(small, -0x1p-26f);
        float[] sum = new float[2 * count];
        Arrays.fill(sum, 0, count, 1);
        Network.Builder builder = Network.builder(Shape.of(1));
        Value spread = builder.add(Dense.of(small, new float[count]), builder.input());
        Value back = builder.add(Dense.of(sum, new float[2]), spread);
        Value rectified = builder.add(Activation.of(Activations.relu()), builder.input());
        Value shifted = builder.add(Dense.of(new float[] {1, 0}, new float[] {0x1p-15f - 1, 0}), rectified);
        Network network = builder.build(builder.add(LinearCombination.of(1, 1), back, shifted));
        float[] logits = new float[2];
        network.logits(new float[] {1}, 1, logits);

        double bound = network.marginBounds(Rows.linf(new float[] {2}, 1), 0, method)[1];

        assertThat(bound).isLessThanOrEqualTo((double) logits[0] - logits[1]);
    }

    @Test
    void a_class_that_does_not_exist_has_no_margins() {
        Network network = randomNetwork(0);

        assertThatThrownBy(() -> network.marginBounds(
                        Rows.linf(new float[network.inputShape().size()], 0), 17, BoundMethod.CROWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("margins of class 17, but the classes are 0 to");
    }

    /** Checks bounds against the true minimum, which lies at a crossing of two of the lines where a ReLU bends. */
    @Test
    void no_bound_is_above_the_exact_minimum_of_a_tiny_network() {
        int close = 0;
        for (int seed = 0; seed < 200; seed++) {
            TinyNetwork tiny = new TinyNetwork(seed);
            double exact = tiny.leastMargin();
            for (BoundMethod method : BoundMethod.values()) {
                double bound = tiny.network().marginBounds(tiny.box(), 0, method)[1];
                assertThat(bound).as("%s of seed %d", method, seed).isLessThanOrEqualTo(exact + 1e-6);
                close += method == BoundMethod.CROWN && bound > exact - 0.05 ? 1 : 0;
            }
        }
        assertThat(close).as("networks whose CROWN bound is nearly exact").isGreaterThan(50);
    }

    static Network randomNetwork(int seed) {
        ActivationFunction[] functions = {
            Activations.relu(), Activations.leakyRelu(0.1), Activations.tanh(), Activations.sigmoid(),
            Activations.relu6(), Activations.hardTanh(), Activations.softplus(), Activations.elu(1),
            Activations.selu(), Activations.softsign(), Activations.swish(), Activations.hardSigmoid()
        };
        ActivationFunction function = functions[seed % functions.length];
        Network.Builder builder = Network.builder(Shape.of(2, 12));
        Window three = Window.of(3).withPadding(new int[] {1}, new int[] {1});
        Value first = builder.add(convolution(seed + " 1", 2, 4, three), builder.input());
        Value x = builder.add(Activation.of(function), first);
        Value second = builder.add(convolution(seed + " 2", 4, 4, three), x);
        Value sum = builder.add(LinearCombination.of(1, 1), second, x);
        Value y = builder.add(Activation.of(function), sum);
        y = switch (seed % 5) {
            case 0 -> builder.add(MaxPooling.of(Window.of(3).withStride(2)), y);
            case 1 -> builder.add(AveragePooling.of(Window.of(2).withStride(2), false), y);
            case 2 -> builder.add(Maximum.of(), y, second);
            case 3 ->
                builder.add(
                        Merge.alongChannels(),
                        builder.add(GlobalPooling.max(), y),
                        builder.add(GlobalPooling.average(), y));
            default -> builder.add(normalization(seed), y);
        };
        if (seed % 7 == 6) {
            y = builder.add(L2Normalization.of(1e-8), y);
        }
        int size = y.shape().size();
        Value hidden = builder.add(dense(seed + " 3", size, 6), y);
        Value logits = builder.add(dense(seed + " 4", 6, 3), builder.add(Activation.of(function), hidden));
        return builder.build(logits);
    }

    private static Layer normalization(int seed) {
        float[] variance = RandomArrays.uniform("variance " + seed, 4, 0.5, 2);
        return BatchNormalization.of(
                RandomArrays.uniform("gamma " + seed, 4, -1, 1),
                RandomArrays.uniform("beta " + seed, 4, -1, 1),
                RandomArrays.uniform("mean " + seed, 4, -1, 1),
                variance,
                1e-5);
    }

    private static Layer convolution(String name, int in, int out, Window window) {
        double scale = Math.sqrt(1.0 / in);
        return Convolution.of(
                RandomArrays.uniform("kernel " + name, in * out * 3, -scale, scale),
                RandomArrays.uniform("bias " + name, out, -0.2, 0.2),
                window);
    }

    private static Layer dense(String name, int in, int out) {
        double scale = Math.sqrt(3.0 / in);
        return Dense.of(
                RandomArrays.uniform("weights " + name, in * out, -scale, scale),
                RandomArrays.uniform("biases " + name, out, -0.2, 0.2));
    }
}
