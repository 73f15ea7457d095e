package org.robustest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.classifier.BoundMethod;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.BatchNormalization;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.Window;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A convolution is bounded as the dense layer is that has its Toeplitz matrix, with or without the normalisation folded in. */
class ConvolutionBoundsTest {

    private static final int CHANNELS = 2;
    private static final int LENGTH = 12;
    private static final int FILTERS = 3;
    private static final int WIDTH = 3;

    /** The zeros of a Toeplitz matrix are terms of sums too, and so widen what is left to rounding. */
    private static final double ROUNDING = 5e-4;

    static Stream<Arguments> cases() {
        return Stream.of(BoundMethod.INTERVAL, BoundMethod.CROWN_INTERVAL, BoundMethod.CROWN)
                .flatMap(method -> Stream.of(Norm.values())
                        .flatMap(norm -> Stream.of(
                                Arguments.of(method, norm, 1, 1, 0),
                                Arguments.of(method, norm, 2, 1, 1),
                                Arguments.of(method, norm, 1, 2, 2),
                                Arguments.of(method, norm, 3, 2, 1))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_convolution_has_the_bounds_of_its_toeplitz_matrix(
            BoundMethod method, Norm norm, int stride, int dilation, int padding) {
        RandomStream random = RandomStream.of(1, stride, dilation, padding);
        float[] weights = uniform(random, FILTERS * CHANNELS * WIDTH);
        float[] biases = uniform(random, FILTERS);
        Window window = Window.of(WIDTH)
                .withStride(stride)
                .withDilation(dilation)
                .withPadding(new int[] {padding}, new int[] {padding});
        int outputs = (LENGTH + 2 * padding - dilation * (WIDTH - 1) - 1) / stride + 1;
        float[] head = uniform(random, FILTERS * outputs * 3);

        Network convolution = network(head, Convolution.of(weights, biases, window));
        Network dense = network(head, toeplitz(weights, biases, outputs, stride, dilation, padding));

        requireSameBounds(convolution, dense, norm, method);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_batch_normalisation_has_the_bounds_of_the_convolution_it_is_folded_into(
            BoundMethod method, Norm norm, int stride, int dilation, int padding) {
        RandomStream random = RandomStream.of(2, stride, dilation, padding);
        float[] weights = uniform(random, FILTERS * CHANNELS * WIDTH);
        float[] biases = uniform(random, FILTERS);
        // Powers of two, and a variance of 1 with what is added to it, leave nothing to round.
        float[] gamma = {2, 0.5f, -1};
        float[] beta = {0.25f, -0.5f, 1};
        float[] mean = {0.5f, -0.25f, 0};
        Window window = Window.of(WIDTH)
                .withStride(stride)
                .withDilation(dilation)
                .withPadding(new int[] {padding}, new int[] {padding});
        int outputs = (LENGTH + 2 * padding - dilation * (WIDTH - 1) - 1) / stride + 1;
        float[] head = uniform(random, FILTERS * outputs * 3);
        float[] folded = weights.clone();
        float[] foldedBiases = biases.clone();
        for (int f = 0; f < FILTERS; f++) {
            for (int i = 0; i < CHANNELS * WIDTH; i++) {
                folded[f * CHANNELS * WIDTH + i] *= gamma[f];
            }
            foldedBiases[f] = gamma[f] * (biases[f] - mean[f]) + beta[f];
        }

        requireSameBounds(
                network(
                        head,
                        Convolution.of(weights, biases, window),
                        BatchNormalization.of(gamma, beta, mean, new float[] {0.5f, 0.5f, 0.5f}, 0.5)),
                network(head, Convolution.of(folded, foldedBiases, window)),
                norm,
                method);
    }

    private static void requireSameBounds(Network one, Network other, Norm norm, BoundMethod method) {
        Sample sample = sample();
        double[] bounds = one.marginBounds(norm.ball(0.1).around(sample), 0, method);
        double[] expected = other.marginBounds(norm.ball(0.1).around(sample), 0, method);
        for (int k = 1; k < 3; k++) {
            assertThat(bounds[k]).isCloseTo(expected[k], within(ROUNDING));
        }
    }

    private static Network network(float[] head, Layer... layers) {
        List<Layer> all = new ArrayList<>(List.of(layers));
        all.add(Activation.of(Activations.relu()));
        all.add(Dense.of(head, new float[3]));
        return Network.sequential(Shape.of(CHANNELS, LENGTH), all);
    }

    /** The dense layer that computes the same, with weights in the order that {@link Dense} takes them. */
    private static Layer toeplitz(float[] weights, float[] biases, int outputs, int stride, int dilation, int padding) {
        int inputs = CHANNELS * LENGTH;
        float[] matrix = new float[FILTERS * outputs * inputs];
        float[] offsets = new float[FILTERS * outputs];
        for (int f = 0; f < FILTERS; f++) {
            for (int t = 0; t < outputs; t++) {
                int row = f * outputs + t;
                offsets[row] = biases[f];
                for (int c = 0; c < CHANNELS; c++) {
                    for (int w = 0; w < WIDTH; w++) {
                        int at = t * stride + w * dilation - padding;
                        if (0 <= at && at < LENGTH) {
                            matrix[row * inputs + c * LENGTH + at] = weights[(f * CHANNELS + c) * WIDTH + w];
                        }
                    }
                }
            }
        }
        return Dense.of(matrix, offsets);
    }

    private static Sample sample() {
        return Samples.builder(Shape.of(CHANNELS, LENGTH), List.of("a", "b", "c"))
                .add("sample", uniform(RandomStream.of(3, "input"), CHANNELS * LENGTH), 0)
                .build()
                .get(0);
    }

    private static float[] uniform(RandomStream random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }
}
