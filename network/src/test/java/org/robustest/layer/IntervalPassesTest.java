package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.layer.TestArrays.dot;
import static org.robustest.layer.TestArrays.doubles;
import static org.robustest.layer.TestArrays.laneOf;
import static org.robustest.layer.TestArrays.requireClose;
import static org.robustest.layer.TestArrays.zeros;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.network.Block;
import org.robustest.network.Blocks;
import org.robustest.network.Passes;

/** What layers offer for interval bounds that are learned, compared with the bounds that they compute for a proof. */
class IntervalPassesTest {

    private static final int LANES = 16;
    private static final int LANE = 11;

    static List<LayerExample> affine() {
        return examples()
                .filter(example -> example.passes().absolute().isPresent())
                .toList();
    }

    static List<LayerExample> increasing() {
        return examples().filter(example -> example.passes().isIncreasing()).toList();
    }

    private static Stream<LayerExample> examples() {
        return LayerExample.all().stream();
    }

    @Test
    void only_layers_that_rise_and_fall_have_neither() {
        Set<String> neither = examples()
                .filter(example -> !example.passes().isIncreasing())
                .filter(example -> example.passes().absolute().isEmpty())
                .map(example -> example.passes().description().replaceAll("\\(.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(neither)
                .containsExactly(
                        "ELU",
                        "L2 normalisation",
                        "ReLU",
                        "leakyReLU",
                        "mish",
                        "product",
                        "sigmoidGELU",
                        "swish",
                        "tanhGELU",
                        "thresholdedReLU");
    }

    @ParameterizedTest
    @MethodSource("increasing")
    void the_bounds_of_a_layer_that_never_decreases_are_its_values_at_the_bounds(LayerExample example) {
        Passes passes = example.passes();
        double[][] lower = lanes(example.inputs("low", LANES));
        double[][] upper = wider(lower, lanes(example.inputs("widths", LANES)));
        double[] least = new double[passes.outputShape().size()];
        double[] greatest = new double[least.length];

        passes.bounds(lower, upper, least, greatest);

        assertThat(least).isEqualTo(at(passes, lower));
        assertThat(greatest).isEqualTo(at(passes, upper));
    }

    @ParameterizedTest
    @MethodSource("affine")
    void the_absolute_layer_gives_half_the_width_of_the_bounds(LayerExample example) {
        Passes absolute = example.passes().absolute().orElseThrow();
        float[][] radii = radii(example);
        float[] found = new float[absolute.outputShape().size() * LANES];

        absolute.forward(block(), radii, found);

        requireClose(laneOf(found, LANE, LANES), halfWidth(example.passes(), lanes(radii)), 1e-5);
        requireClose(laneOf(found, LANE, LANES), at(absolute, lanes(radii)), 1e-5);
    }

    @ParameterizedTest
    @MethodSource("affine")
    void the_gradients_of_the_absolute_layer_equal_central_differences_of_that_width(LayerExample example) {
        Passes passes = example.passes();
        Passes absolute = passes.absolute().orElseThrow();
        float[][] radii = radii(example);
        float[] cotangent = example.output("cotangent", LANES);
        float[][] gradients = zeros(passes.parameters().toArray(float[][]::new));
        float[][] inputGradients = zeros(radii);

        absolute.parameterGradients(block(), radii, cotangent, gradients);
        absolute.backward(block(), radii, new float[cotangent.length], cotangent, inputGradients);

        for (int p = 0; p < gradients.length; p++) {
            double[] differences = new double[gradients[p].length];
            for (int i = 0; i < differences.length; i++) {
                float value = passes.parameters().get(p)[i];
                if (Math.abs(value) < 2e-3) {
                    // The width has a kink at 0.
                    differences[i] = gradients[p][i];
                    continue;
                }
                Passes above = moved(passes, p, i, value + 1e-3f);
                Passes below = moved(passes, p, i, value - 1e-3f);
                for (int lane = 0; lane < LANES; lane++) {
                    differences[i] += (dot(laneOf(cotangent, lane, LANES), halfWidth(above, lanes(radii, lane)))
                                    - dot(laneOf(cotangent, lane, LANES), halfWidth(below, lanes(radii, lane))))
                            / ((double) (value + 1e-3f) - (value - 1e-3f));
                }
            }
            requireClose(doubles(gradients[p]), differences, 1e-4);
        }
        requireAdjoint(absolute, radii, cotangent, inputGradients);
    }

    private static void requireAdjoint(Passes layer, float[][] inputs, float[] cotangent, float[][] inputGradients) {
        float[] output = new float[cotangent.length];
        layer.tangent(block(), inputs, output, inputs, output);
        double left = dot(laneOf(output, LANE, LANES), laneOf(cotangent, LANE, LANES));
        double right = 0;
        for (int n = 0; n < inputs.length; n++) {
            right += dot(laneOf(inputs[n], LANE, LANES), laneOf(inputGradients[n], LANE, LANES));
        }
        requireClose(new double[] {left}, new double[] {right}, 1e-4);
    }

    @Test
    void the_differences_of_a_dense_layer_are_those_of_its_outputs_with_their_gradients() {
        LayerExample example = affine().get(0);
        Passes dense = example.passes();
        Passes differences = dense.differences().orElseThrow();
        int count = dense.outputShape().size();
        float[][] inputs = example.inputs("inputs", LANES);
        float[] found = new float[count * count * LANES];
        float[] cotangent = LayerExample.uniform("cotangent", found.length, 1);

        differences.forward(block(), inputs, found);
        float[][] gradients = zeros(dense.parameters().toArray(float[][]::new));
        differences.parameterGradients(block(), inputs, cotangent, gradients);

        double[] outputs = at(dense, lanes(inputs));
        double[] expected = new double[count * count];
        float[] summed = new float[count * LANES];
        for (int j = 0; j < count; j++) {
            for (int k = 0; k < count; k++) {
                expected[j * count + k] = outputs[k] - outputs[j];
                for (int lane = 0; lane < LANES; lane++) {
                    summed[k * LANES + lane] += cotangent[(j * count + k) * LANES + lane];
                    summed[j * LANES + lane] -= cotangent[(j * count + k) * LANES + lane];
                }
            }
        }
        requireClose(laneOf(found, LANE, LANES), expected, 1e-5);
        float[][] ofOutputs = zeros(gradients);
        dense.parameterGradients(block(), inputs, summed, ofOutputs);
        requireClose(doubles(gradients[0]), doubles(ofOutputs[0]), 1e-5);
        requireClose(doubles(gradients[1]), doubles(ofOutputs[1]), 1e-5);
    }

    private static Passes moved(Passes passes, int p, int i, float value) {
        List<float[]> parameters =
                passes.parameters().stream().map(float[]::clone).toList();
        parameters.get(p)[i] = value;
        return passes.withParameters(parameters);
    }

    private static float[][] radii(LayerExample example) {
        float[][] radii = example.inputs("radii", LANES);
        for (float[] values : radii) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.abs(values[i]);
            }
        }
        return radii;
    }

    /** Half the width of the bounds of the output where the inputs lie so far from 0. */
    private static double[] halfWidth(Passes passes, double[][] radii) {
        double[][] negative = Arrays.stream(radii)
                .map(values -> Arrays.stream(values).map(value -> -value).toArray())
                .toArray(double[][]::new);
        double[] lower = new double[passes.outputShape().size()];
        double[] upper = new double[lower.length];
        passes.bounds(negative, radii, lower, upper);
        for (int i = 0; i < lower.length; i++) {
            upper[i] = (upper[i] - lower[i]) / 2;
        }
        return upper;
    }

    private static double[][] wider(double[][] lower, double[][] widths) {
        double[][] upper = Arrays.stream(lower).map(double[]::clone).toArray(double[][]::new);
        for (int n = 0; n < upper.length; n++) {
            for (int i = 0; i < upper[n].length; i++) {
                upper[n][i] += Math.abs(widths[n][i]);
            }
        }
        return upper;
    }

    private static double[] at(Passes passes, double[][] inputs) {
        double[] values = new double[passes.outputShape().size()];
        passes.bounds(inputs, inputs, values, new double[values.length]);
        return values;
    }

    private static double[][] lanes(float[][] arrays) {
        return lanes(arrays, LANE);
    }

    private static double[][] lanes(float[][] arrays, int lane) {
        return Arrays.stream(arrays).map(array -> laneOf(array, lane, LANES)).toArray(double[][]::new);
    }

    private static Block block() {
        return Blocks.ofLanes(LANES);
    }
}
