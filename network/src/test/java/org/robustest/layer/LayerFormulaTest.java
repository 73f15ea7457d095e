package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.layer.TestArrays.laneOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.network.Blocks;
import org.robustest.network.Layer;
import org.robustest.network.Passes;
import org.robustest.random.RandomStream;
import org.robustest.samples.Shape;

/**
 * Compares the layers with their definitions, written down here a second time. {@link LayerTest} takes the bounds of a point for
 * the function in double precision; that it may is shown here.
 */
class LayerFormulaTest {

    private static final int LANES = 16;

    /** A layer and what it stands for. */
    private record Case(LayerExample example, Formula formula) {
        @Override
        public String toString() {
            return example.toString();
        }
    }

    /** The output values of one sample, row-major. */
    @FunctionalInterface
    private interface Formula {
        double[] of(double[]... inputs);
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(windows());
        cases.addAll(global());
        cases.addAll(severalInputs());
        cases.addAll(rearrangements());
        cases.addAll(normalizations());
        return cases;
    }

    private static Case of(String name, Layer layer, Formula formula, Shape... shapes) {
        return new Case(LayerExample.of(name, layer, shapes), formula);
    }

    private static List<Case> windows() {
        RandomStream random = RandomStream.of(1, "windows by definition");
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int axes = 1 + i % 2;
            int channels = 1 + draw(random, 4);
            Shape shape = axes == 1
                    ? Shape.of(channels, 7 + draw(random, 9))
                    : Shape.of(channels, 7 + draw(random, 3), 7 + draw(random, 3));
            Window window = window(random, axes);
            NaiveWindow naive = new NaiveWindow(window, shape);
            boolean countsPadding = i % 3 == 0;
            float[] weights = LayerExample.uniform("kernel by definition " + i, 3 * channels * window.valueCount(), 1);
            float[] biases = LayerExample.uniform("bias by definition " + i, 3, 1);
            cases.add(of("max pooling, " + window, MaxPooling.of(window), x -> naive.largest(x[0]), shape));
            cases.add(of(
                    "average pooling, " + window + (countsPadding ? ", padding counts" : ""),
                    AveragePooling.of(window, countsPadding),
                    x -> naive.average(x[0], countsPadding),
                    shape));
            cases.add(of(
                    "convolution, " + window,
                    Convolution.of(weights, biases, window),
                    x -> naive.convolution(x[0], weights, biases),
                    shape));
        }
        return cases;
    }

    /** Padding is less than half of the window, so that no place of it has nothing but padding. */
    private static Window window(RandomStream random, int axes) {
        int[][] numbers = new int[5][axes];
        for (int axis = 0; axis < axes; axis++) {
            int size = 1 + draw(random, 4);
            numbers[0][axis] = size;
            numbers[1][axis] = 1 + draw(random, 3);
            numbers[2][axis] = 1 + draw(random, 2);
            numbers[3][axis] = draw(random, (size + 1) / 2);
            numbers[4][axis] = draw(random, (size + 1) / 2);
        }
        return Window.of(numbers[0])
                .withStride(numbers[1])
                .withDilation(numbers[2])
                .withPadding(numbers[3], numbers[4]);
    }

    private static int draw(RandomStream random, int bound) {
        return (int) (random.nextDouble() * bound);
    }

    private static List<Case> global() {
        List<Case> cases = new ArrayList<>();
        for (Shape shape : List.of(Shape.of(3, 7), Shape.of(2, 3, 4), Shape.of(4, 1))) {
            int length = shape.size() / shape.dimension(0);
            Formula max = x -> perChannel(
                    x[0],
                    length,
                    from -> Arrays.stream(x[0], from, from + length).max().orElseThrow());
            Formula sum = x -> perChannel(
                    x[0],
                    length,
                    from -> Arrays.stream(x[0], from, from + length).sum());
            Formula average = x -> Arrays.stream(sum.of(x)).map(s -> s / length).toArray();
            cases.add(of("global max", GlobalPooling.max(), max, shape));
            cases.add(of("global sum", GlobalPooling.sum(), sum, shape));
            cases.add(of("global average", GlobalPooling.average(), average, shape));
        }
        return cases;
    }

    private static double[] perChannel(double[] x, int length, IntToDoubleFunction ofValuesFrom) {
        return values(x.length / length, c -> ofValuesFrom.applyAsDouble(c * length));
    }

    private static List<Case> severalInputs() {
        Shape shape = Shape.of(2, 5);
        return List.of(
                of("sum", LinearCombination.of(1, 1), x -> values(10, i -> x[0][i] + x[1][i]), shape, shape),
                of("difference", LinearCombination.of(1, -1), x -> values(10, i -> x[0][i] - x[1][i]), shape, shape),
                of(
                        "weighted sum",
                        LinearCombination.of(0.25, -3, 0, 2),
                        x -> values(10, i -> 0.25 * x[0][i] - 3 * x[1][i] + 2 * x[3][i]),
                        shape,
                        shape,
                        shape,
                        shape),
                of("multiple", LinearCombination.of(-2), x -> values(10, i -> -2 * x[0][i]), shape),
                of("product", Product.of(), x -> values(10, i -> x[0][i] * x[1][i] * x[2][i]), shape, shape, shape),
                of(
                        "maximum",
                        Maximum.of(),
                        x -> values(10, i -> Math.max(x[0][i], Math.max(x[1][i], x[2][i]))),
                        shape,
                        shape,
                        shape),
                of("affine", Affine.of(-1.5, 0.25), x -> values(10, i -> -1.5 * x[0][i] + 0.25), shape),
                of(
                        "merged features",
                        Merge.alongChannels(),
                        x -> values(5, i -> i < 2 ? x[0][i] : x[1][i - 2]),
                        Shape.of(2),
                        Shape.of(3)),
                of(
                        "merged images",
                        Merge.alongChannels(),
                        x -> values(18, i -> i < 6 ? x[0][i] : x[1][i - 6]),
                        Shape.of(1, 2, 3),
                        Shape.of(2, 2, 3)));
    }

    private static List<Case> rearrangements() {
        return List.of(
                of("flatten", Rearrangement.flatten(), x -> x[0], Shape.of(2, 3, 2)),
                of("reshape", Rearrangement.reshape(Shape.of(4, 3)), x -> x[0], Shape.of(12)),
                of(
                        "transposed",
                        Rearrangement.transposed(),
                        x -> values(10, i -> x[0][i % 2 * 5 + i / 2]),
                        Shape.of(2, 5)),
                of(
                        "padding of signals",
                        Rearrangement.zeroPadding(new int[] {1}, new int[] {2}),
                        x -> values(14, i -> i % 7 < 1 || i % 7 > 4 ? 0 : x[0][i / 7 * 4 + i % 7 - 1]),
                        Shape.of(2, 4)),
                of(
                        "padding of images",
                        Rearrangement.zeroPadding(new int[] {1, 0}, new int[] {0, 2}),
                        x -> values(24, i -> {
                            int row = i / 4 % 3 - 1;
                            int column = i % 4;
                            return row < 0 || column > 1 ? 0 : x[0][i / 12 * 4 + row * 2 + column];
                        }),
                        Shape.of(2, 2, 2)),
                of(
                        "cropping",
                        Rearrangement.cropping(new int[] {1, 2}, new int[] {0, 1}),
                        x -> values(4, i -> x[0][i / 2 * 10 + 5 + 2 + i % 2]),
                        Shape.of(2, 2, 5)),
                of(
                        "upsampling",
                        Rearrangement.upsampling(2, 3),
                        x -> values(48, i -> x[0][i / 24 * 4 + i % 24 / 6 / 2 * 2 + i % 6 / 3]),
                        Shape.of(2, 2, 2)),
                of("slice", Rearrangement.slice(1, 3), x -> values(6, i -> x[0][i + 3]), Shape.of(4, 3)),
                of(
                        "any",
                        Rearrangement.of(Shape.of(5), new int[] {3, -1, 0, 3, 2}),
                        x -> new double[] {x[0][3], 0, x[0][0], x[0][3], x[0][2]},
                        Shape.of(2, 2)));
    }

    private static List<Case> normalizations() {
        float[] gamma = {1.5f, -0.5f, 0};
        float[] beta = {0.25f, 1, -2};
        float[] mean = {0.5f, -1, 3};
        float[] variance = {0.25f, 4, 0};
        List<Case> cases = new ArrayList<>();
        for (Shape shape : List.of(Shape.of(3), Shape.of(3, 4), Shape.of(3, 2, 2))) {
            int each = shape.size() / 3;
            cases.add(of(
                    "batch normalisation",
                    BatchNormalization.of(gamma, beta, mean, variance, 1e-3),
                    x -> values(shape.size(), i -> {
                        int c = i / each;
                        return gamma[c] * (x[0][i] - mean[c]) / Math.sqrt(variance[c] + 1e-3) + beta[c];
                    }),
                    shape));
        }
        for (double epsilon : new double[] {1e-8, 0.5, 100}) {
            cases.add(of(
                    "L2 normalisation with at least " + epsilon,
                    L2Normalization.of(epsilon),
                    x -> {
                        double norm = Math.sqrt(
                                Arrays.stream(x[0]).map(value -> value * value).sum());
                        return values(6, i -> x[0][i] / Math.max(norm, epsilon));
                    },
                    Shape.of(2, 3)));
        }
        float[] weights = LayerExample.uniform("matrix by definition", 4 * 6, 1);
        float[] biases = LayerExample.uniform("vector by definition", 4, 1);
        cases.add(of(
                "dense",
                Dense.of(weights, biases),
                x -> values(
                        4,
                        row -> biases[row]
                                + IntStream.range(0, 6)
                                        .mapToDouble(k -> (double) weights[row * 6 + k] * x[0][k])
                                        .sum()),
                Shape.of(2, 3)));
        return cases;
    }

    private static double[] values(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_forward_pass_computes_the_formula(Case of) {
        Passes passes = of.example.passes();
        float[][] inputs = of.example.inputs("formula", LANES);
        float[] output = new float[passes.outputShape().size() * LANES];

        passes.forward(Blocks.ofLanes(LANES), inputs, output);

        for (int lane = 0; lane < LANES; lane++) {
            requireClose(laneOf(output, lane, LANES), of.formula.of(sample(inputs, lane)), 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_bounds_of_a_point_are_the_formula(Case of) {
        Passes passes = of.example.passes();
        double[][] x = sample(of.example.inputs("formula", LANES), 3);
        double[] lower = new double[passes.outputShape().size()];
        double[] upper = new double[lower.length];

        passes.bounds(x, x, lower, upper);

        requireClose(lower, of.formula.of(x), 1e-7);
        requireClose(upper, of.formula.of(x), 1e-7);
    }

    private static double[][] sample(float[][] inputs, int lane) {
        return Arrays.stream(inputs).map(input -> laneOf(input, lane, LANES)).toArray(double[][]::new);
    }

    private static void requireClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("value %d", i)
                    .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
