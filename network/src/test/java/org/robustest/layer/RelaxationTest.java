package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.layer.TestArrays.laneOf;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.network.Blocks;
import org.robustest.network.LinearRows;
import org.robustest.network.Passes;
import org.robustest.network.Rows;
import org.robustest.random.RandomStream;

/** What certificates rely on in every kind of layer. */
class RelaxationTest {

    private static final int LANES = 16;

    static List<LayerExample> examples() {
        return LayerExample.all();
    }

    static List<LayerExample> curved() {
        return examples().stream()
                .filter(example -> !example.passes().isAffine())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rounding_to_floats_is_off_by_no_more_than_the_terms_allow(LayerExample example) {
        Passes passes = example.passes();
        for (double scale : new double[] {1e-3, 1, 1e3}) {
            float[][] inputs = example.inputs("rounding", LANES);
            for (float[] input : inputs) {
                for (int i = 0; i < input.length; i++) {
                    input[i] *= (float) scale;
                }
            }
            float[] output = new float[passes.outputShape().size() * LANES];
            passes.forward(Blocks.ofLanes(LANES), inputs, output);
            for (int lane = 0; lane < LANES; lane++) {
                double[][] x = lanes(inputs, lane);
                double[] exact = value(passes, x);
                double[] terms = new double[exact.length];
                passes.terms(absolute(x), terms);
                for (int i = 0; i < exact.length; i++) {
                    assertThat(Math.abs(output[i * LANES + lane] - exact[i]))
                            .isLessThanOrEqualTo(Rows.gamma(passes.roundings()) * terms[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("curved")
    void linear_functions_carried_back_are_never_above_the_layer(LayerExample example) {
        Passes passes = example.passes();
        for (double width : new double[] {1e-3, 0.3, 3}) {
            requireBelow(passes, example, width);
        }
    }

    private static void requireBelow(Passes passes, LayerExample example, double width) {
        double[][] lower = lanes(example.inputs("lower", LANES), 0);
        double[][] upper = lanes(example.inputs("lower", LANES), 0);
        for (int n = 0; n < upper.length; n++) {
            float[] widths = LayerExample.uniform("width " + n, upper[n].length, width);
            for (int i = 0; i < upper[n].length; i++) {
                upper[n][i] += Math.abs(widths[i]);
            }
        }
        float[] coefficients = example.output("coefficients", LANES);
        float[][] carried = Arrays.stream(lower)
                .map(array -> new float[array.length * LANES])
                .toArray(float[][]::new);
        LinearRows rows = Rows.ofLanes(LANES);

        passes.relax(rows, lower, upper, coefficients, carried);

        RandomStream random = RandomStream.of(1, "points of " + example);
        for (int sample = 0; sample < 200; sample++) {
            double[][] x = point(lower, upper, random);
            double[] y = value(passes, x);
            for (int lane = 0; lane < LANES; lane++) {
                double output = TestArrays.dot(laneOf(coefficients, lane, LANES), y);
                double bound = Rows.constant(rows, lane);
                for (int n = 0; n < x.length; n++) {
                    bound += TestArrays.dot(laneOf(carried[n], lane, LANES), x[n]);
                }
                assertThat(bound).isLessThanOrEqualTo(output + 1e-9 * (1 + Math.abs(output)));
            }
        }
    }

    /** Corners more often than not. */
    private static double[][] point(double[][] lower, double[][] upper, RandomStream random) {
        double[][] x = new double[lower.length][];
        for (int n = 0; n < x.length; n++) {
            x[n] = new double[lower[n].length];
            for (int i = 0; i < x[n].length; i++) {
                double share = Math.min(1, Math.max(0, 2 * random.nextDouble() - 0.5));
                x[n][i] = lower[n][i] + share * (upper[n][i] - lower[n][i]);
            }
        }
        return x;
    }

    private static double[] value(Passes passes, double[][] x) {
        double[] value = new double[passes.outputShape().size()];
        passes.bounds(x, x, value, new double[value.length]);
        return value;
    }

    private static double[][] lanes(float[][] arrays, int lane) {
        return Arrays.stream(arrays).map(array -> laneOf(array, lane, LANES)).toArray(double[][]::new);
    }

    private static double[][] absolute(double[][] arrays) {
        return Arrays.stream(arrays)
                .map(array -> Arrays.stream(array).map(Math::abs).toArray())
                .toArray(double[][]::new);
    }
}
