package org.robustest.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.classifier.BoundMethod;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Affine;
import org.robustest.layer.AveragePooling;
import org.robustest.layer.BatchNormalization;
import org.robustest.layer.Dense;
import org.robustest.layer.GlobalPooling;
import org.robustest.layer.Merge;
import org.robustest.layer.Product;
import org.robustest.layer.Rearrangement;
import org.robustest.layer.Window;
import org.robustest.network.Network.Value;
import org.robustest.samples.Shape;

/** Bounds of networks whose numbers are too large or too small for floats, though not for the doubles of the bounds. */
class ExtremeBoundsTest {

    @ParameterizedTest
    @EnumSource
    void logits_that_overflow_have_no_bound(BoundMethod method) {
        Network network =
                Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {2e10f, 1e10f}, new float[] {0, 0})));

        requireNoBound(network, new float[] {2e30f}, method);
    }

    /** The sum is 0 in double, but infinity less infinity in float; the tanh would hide it. */
    @ParameterizedTest
    @EnumSource
    void hidden_values_that_overflow_leave_no_bound(BoundMethod method) {
        Network network = Network.sequential(
                Shape.of(1),
                List.of(
                        Dense.of(new float[] {1e30f, -1e30f}, new float[2]),
                        Dense.of(new float[] {1, 1}, new float[1]),
                        Activation.of(Activations.tanh()),
                        Dense.of(new float[] {1, 0}, new float[] {3, 0})));

        requireNoBound(network, new float[] {1e10f}, method);
    }

    @ParameterizedTest
    @EnumSource
    void averages_whose_sums_overflow_have_no_bound(BoundMethod method) {
        float[] x = {2e38f, 2e38f, 2e38f, 2e38f};
        Layer less = Dense.of(new float[] {-1, 0}, new float[] {3e38f, 0});

        requireNoBound(Network.sequential(Shape.of(1, 4), List.of(GlobalPooling.average(), less)), x, method);
        requireNoBound(
                Network.sequential(
                        Shape.of(1, 4), List.of(AveragePooling.of(Window.of(4), false), Rearrangement.flatten(), less)),
                x,
                method);
    }

    @ParameterizedTest
    @EnumSource
    void a_normalization_whose_factor_overflows_has_no_bound(BoundMethod method) {
        Network network = Network.sequential(
                Shape.of(1),
                List.of(
                        BatchNormalization.of(new float[] {1e38f}, new float[1], new float[1], new float[1], 1e-10),
                        Activation.of(Activations.sigmoid()),
                        Dense.of(new float[] {1, 0}, new float[] {1, 0})));

        assertThat(margin(network, 0)).isNaN();
        assertThat(network.marginBounds(Rows.linf(new float[1], 1e-30), 0, method)[1])
                .isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void a_product_that_overflows_on_the_way_has_no_bound(BoundMethod method) {
        requireNoBound(product(-1, 1e30f), new float[] {1e25f, 1e25f, 1e-38f}, method);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_product_loses_that_underflows_on_the_way_is_taken_off(BoundMethod method) {
        requireBelow(product(1, -1e-13f), new float[] {1e-25f, 1e-25f, 1e38f}, method);
    }

    /** The coefficient of the input is 1e-50, which is 0 in float; at the lower end of the set it comes to -1e-20. */
    @ParameterizedTest
    @EnumSource
    void what_coefficients_lose_that_underflow_is_taken_off(BoundMethod method) {
        Network network = Network.sequential(
                Shape.of(1), List.of(Affine.of(1e-25, 0), Dense.of(new float[] {1e-25f, 0}, new float[] {1e-21f, 0})));

        double bound = network.marginBounds(Rows.linf(new float[1], 1e30f), 0, method)[1];

        assertThat(bound).isLessThanOrEqualTo(margin(network, -1e30f));
    }

    /**
     * The coefficient of the first ReLU in the value v that the second takes is {@code 2 + 2 - 2 - 2 - 2} times 1e38, which
     * overflows on the way. So v reaches down to -1e30, where the logit is {@code 0.25 - 1 + 0.5}.
     */
    @ParameterizedTest
    @EnumSource
    void coefficients_that_overflow_bound_no_hidden_value(BoundMethod method) {
        Network.Builder builder = Network.builder(Shape.of(1));
        Value small = builder.add(Dense.of(new float[] {0.75e-8f}, new float[] {-0.25e-8f}), builder.input());
        Value rectified = builder.add(Activation.of(Activations.relu()), small);
        Value large =
                builder.add(Dense.of(new float[] {2e38f, 2e38f, -2e38f, -2e38f, -2e38f}, new float[5]), rectified);
        Value v = builder.add(Dense.of(new float[] {1, 1, 1, 1, 1}, new float[1]), large);
        Value leaky = builder.add(Activation.of(Activations.leakyRelu(0.5)), v);
        Value both = builder.add(Merge.alongChannels(), v, leaky);
        Network network =
                builder.build(builder.add(Dense.of(new float[] {1e-30f, -1e-30f, 0, 0}, new float[] {0.25f, 0}), both));

        double bound = network.marginBounds(Rows.linf(new float[1], 1), 0, method)[1];

        assertThat(bound).isLessThanOrEqualTo(margin(network, 1));
    }

    /** The first logit is a multiple of the product of three inputs, and a number; the second is 0. */
    private static Network product(float factor, float summand) {
        Network.Builder builder = Network.builder(Shape.of(3));
        Value[] factors = new Value[3];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = builder.add(Rearrangement.slice(i, i + 1), builder.input());
        }
        Value product = builder.add(Product.of(), factors);
        return builder.build(builder.add(Dense.of(new float[] {factor, 0}, new float[] {summand, 0}), product));
    }

    private static double margin(Network network, float... x) {
        float[] logits = new float[2];
        network.logits(x, 1, logits);
        return (double) logits[0] - logits[1];
    }

    private static void requireNoBound(Network network, float[] x, BoundMethod method) {
        assertThat(margin(network, x)).isNaN();
        assertThat(network.marginBounds(Rows.linf(x, 0), 0, method)[1]).isNaN();
    }

    private static void requireBelow(Network network, float[] x, BoundMethod method) {
        assertThat(network.marginBounds(Rows.linf(x, 0), 0, method)[1]).isLessThanOrEqualTo(margin(network, x));
    }
}
