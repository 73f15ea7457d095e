package org.robustest.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.classifier.BoundMethod;
import org.robustest.layer.Activation;
import org.robustest.layer.ActivationFunction;
import org.robustest.layer.Activations;
import org.robustest.layer.Affine;
import org.robustest.layer.AveragePooling;
import org.robustest.layer.BatchNormalization;
import org.robustest.layer.Convolution;
import org.robustest.layer.Dense;
import org.robustest.layer.GlobalPooling;
import org.robustest.layer.LinearCombination;
import org.robustest.layer.MaxPooling;
import org.robustest.layer.Merge;
import org.robustest.layer.Rearrangement;
import org.robustest.layer.Window;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.network.Objective;
import org.robustest.network.Passes;
import org.robustest.network.Rows;
import org.robustest.random.RandomStream;
import org.robustest.samples.Shape;

/** Compares with the bounds that certificates are made of, and with central differences of bounds in double. */
class IntervalMarginsTest {

    private static final Shape SIGNAL = Shape.of(2, 8);
    private static final int CLASSES = 3;
    private static final int COUNT = 10;
    private static final double EPSILON = 0.05;
    private static final float STEP = 0x1p-15f;

    static Stream<Network> networks() {
        return Stream.of(
                signals(Activations.relu()),
                signals(Activations.leakyRelu(0.1)),
                signals(Activations.tanh()),
                images(Activations.relu()),
                images(Activations.sigmoid()),
                withoutDenseEnd());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void bounds_are_those_that_certificates_are_made_of(Network network) {
        float[] inputs = uniform("inputs", COUNT * network.inputShape().size(), 1);
        float[] found = new float[COUNT * CLASSES * CLASSES];

        IntervalMargins.of(network).bounds(boxes(network, inputs), COUNT, found);

        int size = network.inputShape().size();
        for (int n = 0; n < COUNT; n++) {
            float[] input = new float[size];
            System.arraycopy(inputs, n * size, input, 0, size);
            for (int label = 0; label < CLASSES; label++) {
                double[] margins = network.marginBounds(Rows.linf(input, EPSILON), label, BoundMethod.INTERVAL);
                for (int k = 0; k < CLASSES; k++) {
                    if (k != label) {
                        assertThat((double) -found[(n * CLASSES + label) * CLASSES + k])
                                .isCloseTo(margins[k], within(1e-4 * (1 + Math.abs(margins[k]))));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradients_equal_central_differences_of_bounds_in_double(Network network) {
        float[] boxes =
                boxes(network, uniform("inputs", COUNT * network.inputShape().size(), 1));
        float[] weights = uniform("weights", COUNT * CLASSES * CLASSES, 1);
        List<float[]> gradients = zeros(network);

        IntervalMargins.of(network).objectiveGradients(boxes, COUNT, weighted(weights), gradients);

        double largest = gradients.stream()
                .mapToDouble(IntervalMarginsTest::largest)
                .max()
                .orElseThrow();
        int kinks = 0;
        int parameters = 0;
        for (int p = 0; p < gradients.size(); p++) {
            for (int i = 0; i < gradients.get(p).length; i++) {
                double below = difference(network, boxes, weights, p, i, -STEP);
                double above = difference(network, boxes, weights, p, i, STEP);
                parameters++;
                // Where the slopes of the two sides differ, a ReLU or a weight changes its sign within the step.
                if (Math.abs(above - below) > 2e-3 * largest) {
                    kinks++;
                } else {
                    assertThat((double) gradients.get(p)[i])
                            .as("parameter %s of array %s", i, p)
                            .isCloseTo((above + below) / 2, within(1e-3 * largest));
                }
            }
        }
        assertThat(kinks).isLessThan(parameters / 10);
    }

    private static double difference(
            Network network, float[] boxes, float[] weights, int array, int index, float step) {
        List<float[]> parameters =
                network.parameters().stream().map(float[]::clone).toList();
        double before = inDouble(network, boxes, weights);
        float value = parameters.get(array)[index];
        parameters.get(array)[index] = value + step;
        double after = inDouble(network.withParameters(parameters), boxes, weights);
        return (after - before) / ((double) (value + step) - value);
    }

    /** The weighted sum of the bounds, by those of the layers in double, and a last dense layer by its own formula. */
    private static double inDouble(Network network, float[] boxes, float[] weights) {
        int size = network.inputShape().size();
        double sum = 0;
        for (int n = 0; n < COUNT; n++) {
            double[][] box = new double[2][size];
            for (int i = 0; i < size; i++) {
                box[0][i] = boxes[2 * n * size + i];
                box[1][i] = boxes[(2 * n + 1) * size + i];
            }
            double[] differences = network.carry(new Bounds(box[0], box[1], List.of()), Bounds::behind)
                    .differences();
            for (int pair = 0; pair < differences.length; pair++) {
                sum += weights[n * differences.length + pair] * differences[pair];
            }
        }
        return sum;
    }

    /** Bounds of a value; differences of two values are bounded by those of a dense layer whose rows are differences. */
    private static final class Bounds {
        private final double[] lower;
        private final double[] upper;
        private final List<Object> made;

        Bounds(double[] lower, double[] upper, List<Object> made) {
            this.lower = lower;
            this.upper = upper;
            this.made = made;
        }

        static Bounds behind(Passes passes, List<Bounds> inputs) {
            double[] lower = new double[passes.outputShape().size()];
            double[] upper = new double[lower.length];
            passes.bounds(
                    inputs.stream().map(input -> input.lower).toArray(double[][]::new),
                    inputs.stream().map(input -> input.upper).toArray(double[][]::new),
                    lower,
                    upper);
            return new Bounds(lower, upper, List.of(passes, inputs.get(0)));
        }

        double[] differences() {
            double[] differences = new double[lower.length * lower.length];
            for (int pair = 0; pair < differences.length; pair++) {
                int k = pair % lower.length;
                int j = pair / lower.length;
                differences[pair] = made.get(0) instanceof Dense dense
                        ? ofRows(dense, (Bounds) made.get(1), k, j)
                        : upper[k] - lower[j];
            }
            return differences;
        }

        private static double ofRows(Dense dense, Bounds input, int k, int j) {
            float[] weights = dense.parameters().get(0);
            float[] biases = dense.parameters().get(1);
            int length = input.lower.length;
            double sum = (double) biases[k] - biases[j];
            for (int i = 0; i < length; i++) {
                double weight = (double) weights[k * length + i] - weights[j * length + i];
                sum += weight * (weight > 0 ? input.upper : input.lower)[i];
            }
            return sum;
        }
    }

    @Test
    void the_same_boxes_give_the_same_bits_on_any_number_of_threads() {
        Network network = signals(Activations.relu());
        float[] boxes = boxes(network, uniform("inputs", COUNT * SIGNAL.size(), 1));
        Objective objective = weighted(uniform("weights", COUNT * CLASSES * CLASSES, 1));

        List<List<float[]>> all = new ArrayList<>();
        for (int threads : new int[] {1, 2, 3}) {
            List<float[]> gradients = zeros(network);
            ForkJoinPool pool = new ForkJoinPool(threads);
            pool.submit(() -> IntervalMargins.of(network).objectiveGradients(boxes, COUNT, objective, gradients))
                    .join();
            pool.shutdown();
            all.add(gradients);
        }

        assertThat(all.get(1)).usingRecursiveComparison().isEqualTo(all.get(0));
        assertThat(all.get(2)).usingRecursiveComparison().isEqualTo(all.get(0));
    }

    @Test
    void other_parameters_give_the_bounds_of_the_network_that_has_them() {
        Network network = images(Activations.relu());
        List<float[]> parameters = network.parameters().stream()
                .map(array -> uniform("other " + array.length, array.length, 1))
                .toList();
        float[] boxes =
                boxes(network, uniform("inputs", COUNT * network.inputShape().size(), 1));
        float[] expected = new float[COUNT * CLASSES * CLASSES];
        float[] found = new float[expected.length];

        IntervalMargins.of(network.withParameters(parameters)).bounds(boxes, COUNT, expected);
        IntervalMargins.of(network).withParameters(parameters).bounds(boxes, COUNT, found);

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_layer_that_rises_and_falls_is_refused_by_its_name() {
        Network network = signals(Activations.swish());

        assertThatThrownBy(() -> IntervalMargins.of(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("swish is neither");
    }

    private static Objective weighted(float[] weights) {
        return new Objective() {
            @Override
            public boolean dependsOnInputGradient() {
                return false;
            }

            @Override
            public void inputGradientCotangent(int index, float[] logits, float[] cotangent) {}

            @Override
            public void derivatives(int index, float[] logits, float[] v, float[] c, float[] s) {
                System.arraycopy(weights, index * c.length, c, 0, c.length);
            }
        };
    }

    private static float[] boxes(Network network, float[] inputs) {
        int size = network.inputShape().size();
        float[] boxes = new float[2 * inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            int at = i / size * 2 * size + i % size;
            boxes[at] = (float) (inputs[i] - EPSILON);
            boxes[at + size] = (float) (inputs[i] + EPSILON);
        }
        return boxes;
    }

    /** Convolutions with a branch around one, batch normalisation, pooling of both kinds, and dense layers. */
    private static Network signals(ActivationFunction function) {
        Network.Builder builder = Network.builder(SIGNAL);
        Network.Value first = builder.add(
                convolution("first", 2, 3, Window.of(3).withPadding(new int[] {1}, new int[] {1})), builder.input());
        Network.Value normal = builder.add(normalization(), first);
        Network.Value second = builder.add(
                convolution("second", 4, 3, Window.of(3).withPadding(new int[] {1}, new int[] {1})), normal);
        Network.Value sum = builder.add(LinearCombination.of(1, -0.5), second, normal);
        Network.Value active = builder.add(Activation.of(function), sum);
        Network.Value largest = builder.add(MaxPooling.of(Window.of(2).withStride(2)), active);
        Network.Value flat = builder.add(
                Merge.alongChannels(),
                builder.add(Rearrangement.flatten(), largest),
                builder.add(GlobalPooling.average(), active));
        Network.Value dense = builder.add(Activation.of(function), builder.add(dense("dense", 20, 5), flat));
        return builder.build(builder.add(dense("last", 5, CLASSES), dense));
    }

    private static Network images(ActivationFunction function) {
        return Network.sequential(
                Shape.of(2, 5, 4),
                List.of(
                        Affine.of(-2, 0.5),
                        convolution("image", 2, 9, Window.of(3, 3).withPadding(new int[] {1, 1}, new int[] {1, 1})),
                        Activation.of(function),
                        AveragePooling.of(Window.of(2, 2).withStride(2, 2), false),
                        Rearrangement.flatten(),
                        dense("last", 16, CLASSES)));
    }

    private static Network withoutDenseEnd() {
        return Network.sequential(
                SIGNAL,
                List.of(
                        convolution("first", 2, 3, Window.of(3)),
                        Activation.of(Activations.relu()),
                        Convolution.of(
                                uniform("end", CLASSES * 4 * 2, 0.5), uniform("end biases", CLASSES, 1), Window.of(2)),
                        GlobalPooling.max()));
    }

    private static Layer convolution(String name, int channels, int taps, Window window) {
        return Convolution.of(uniform(name, 4 * channels * taps, 0.5), uniform(name + " biases", 4, 0.5), window);
    }

    private static Layer normalization() {
        return BatchNormalization.of(
                new float[] {1, -0.5f, 0.7f, 1.5f},
                new float[] {0.1f, 0, -0.2f, 0.3f},
                new float[] {0.2f, -0.1f, 0, 0.4f},
                new float[] {0.5f, 1, 2, 0.25f},
                1e-3);
    }

    private static Layer dense(String name, int inputs, int outputs) {
        return Dense.of(uniform(name, inputs * outputs, 0.5), uniform(name + " biases", outputs, 0.5));
    }

    private static float[] uniform(String name, int length, double scale) {
        RandomStream random = RandomStream.of(2, name);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    private static List<float[]> zeros(Network network) {
        return network.parameters().stream()
                .map(array -> new float[array.length])
                .toList();
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
