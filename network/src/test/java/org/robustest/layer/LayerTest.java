package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.layer.TestArrays.copy;
import static org.robustest.layer.TestArrays.dot;
import static org.robustest.layer.TestArrays.doubles;
import static org.robustest.layer.TestArrays.laneOf;
import static org.robustest.layer.TestArrays.moved;
import static org.robustest.layer.TestArrays.plusZero;
import static org.robustest.layer.TestArrays.requireClose;
import static org.robustest.layer.TestArrays.zeros;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.network.Block;
import org.robustest.network.Blocks;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.Passes;

/**
 * What holds of every kind of layer. The passes are compared with central differences of the layer in double precision: the
 * bounds of a single point, which are computed by code of their own.
 */
class LayerTest {

    private static final int LANES = 32;
    private static final int[] SOME_LANES = {0, 13, 31};

    static List<LayerExample> examples() {
        return LayerExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_forward_pass_equals_that_in_double(LayerExample example) {
        float[][] inputs = example.inputs("forward", LANES);
        float[] output = forward(example.passes(), inputs, LANES);

        for (int lane : SOME_LANES) {
            requireClose(lane(output, lane), reference(example.passes(), lanes(inputs, lane)), 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void tangents_equal_central_differences(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("tangent", LANES);
        float[][] tangents = example.inputs("tangents", LANES);
        float[] tangent = new float[passes.outputShape().size() * LANES];

        passes.tangent(Blocks.ofLanes(LANES), inputs, forward(passes, inputs, LANES), tangents, tangent);

        for (int lane : SOME_LANES) {
            requireClose(lane(tangent, lane), derivative(passes, lanes(inputs, lane), lanes(tangents, lane)), 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradients_are_adjoint_to_tangents_and_add_up(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("adjoint", LANES);
        float[][] tangents = example.inputs("adjoint tangents", LANES);
        float[] gradient = example.output("adjoint gradient", LANES);
        float[] output = forward(passes, inputs, LANES);
        float[] tangent = new float[output.length];
        float[][] before = example.inputs("adjoint before", LANES);
        float[][] inputGradients = copy(before);

        passes.tangent(Blocks.ofLanes(LANES), inputs, output, tangents, tangent);
        passes.backward(Blocks.ofLanes(LANES), inputs, output, gradient, inputGradients);

        for (int lane = 0; lane < LANES; lane++) {
            double left = dot(lane(tangent, lane), lane(gradient, lane));
            double right = 0;
            double size = 1;
            for (int n = 0; n < inputs.length; n++) {
                double[] after = lane(inputGradients[n], lane);
                double[] added = lane(before[n], lane);
                for (int i = 0; i < after.length; i++) {
                    added[i] = after[i] - added[i];
                }
                right += dot(added, lane(tangents[n], lane));
                size += Math.abs(right);
            }
            assertThat(left).as("lane %d", lane).isCloseTo(right, within(2e-5 * size));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_curvature_equals_central_differences_of_the_derivative(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("curvature", LANES);
        float[][] tangents = example.inputs("curvature tangents", LANES);
        float[] gradient = example.output("curvature gradient", LANES);
        float[][] curvatures = zeros(inputs);

        passes.curvature(Blocks.ofLanes(LANES), inputs, forward(passes, inputs, LANES), tangents, gradient, curvatures);

        for (int lane : SOME_LANES) {
            double[] g = lane(gradient, lane);
            double[][] t = lanes(tangents, lane);
            for (int n = 0; n < inputs.length; n++) {
                double[] differences = new double[inputs[n].length / LANES];
                for (int i = 0; i < differences.length; i++) {
                    double[][] x = lanes(inputs, lane);
                    x[n][i] += 1e-4;
                    double above = dot(g, derivative(passes, x, t, 1e-4));
                    x[n][i] -= 2e-4;
                    differences[i] = (above - dot(g, derivative(passes, x, t, 1e-4))) / 2e-4;
                }
                requireClose(lane(curvatures[n], lane), differences, 1e-3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradients_of_the_parameters_equal_central_differences(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("parameters", LANES);
        float[][] tangents = example.inputs("parameter tangents", LANES);
        float[] gradient = example.output("parameter gradient", LANES);
        float[][] gradients = likeParameters(passes);
        float[][] tangentGradients = likeParameters(passes);

        passes.parameterGradients(Blocks.ofLanes(LANES), inputs, gradient, gradients);
        passes.tangentParameterGradients(Blocks.ofLanes(LANES), inputs, tangents, gradient, tangentGradients);

        for (int p = 0; p < gradients.length; p++) {
            double[] differences = new double[gradients[p].length];
            double[] tangentDifferences = new double[gradients[p].length];
            for (int i = 0; i < differences.length; i++) {
                float value = passes.parameters().get(p)[i];
                Passes above = withParameter(example, p, i, value + 0.125f);
                Passes below = withParameter(example, p, i, value - 0.125f);
                double step = (double) (value + 0.125f) - (value - 0.125f);
                for (int lane = 0; lane < LANES; lane++) {
                    double[] g = lane(gradient, lane);
                    double[][] x = lanes(inputs, lane);
                    double[][] t = lanes(tangents, lane);
                    differences[i] += (dot(g, reference(above, x)) - dot(g, reference(below, x))) / step;
                    tangentDifferences[i] += (dot(g, derivative(above, x, t)) - dot(g, derivative(below, x, t))) / step;
                }
            }
            requireClose(doubles(gradients[p]), differences, 1e-4);
            requireClose(doubles(tangentGradients[p]), tangentDifferences, 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bounds_contain_the_outputs_of_all_inputs_within_theirs(LayerExample example) {
        Passes passes = example.passes();
        double[][] lower = lanes(example.inputs("bounds", 32), 0);
        double[][] upper = lanes(example.inputs("bounds", 32), 0);
        for (int n = 0; n < upper.length; n++) {
            double[] widths = lane(example.inputs("widths", 32)[n], 1);
            for (int i = 0; i < widths.length; i++) {
                upper[n][i] += Math.abs(widths[i]);
            }
        }
        double[] outputLower = new double[passes.outputShape().size()];
        double[] outputUpper = new double[outputLower.length];
        passes.bounds(lower, upper, outputLower, outputUpper);

        for (int sample = 0; sample < 100; sample++) {
            double[][] x = new double[lower.length][];
            for (int n = 0; n < x.length; n++) {
                float[] at = LayerExample.uniform("within " + sample + " " + n, lower[n].length, 1);
                x[n] = new double[at.length];
                for (int i = 0; i < at.length; i++) {
                    // Corners more often than not.
                    double share = Math.min(1, Math.max(0, 0.5 + at[i]));
                    x[n][i] = lower[n][i] + share * (upper[n][i] - lower[n][i]);
                }
            }
            double[] output = reference(passes, x);
            for (int i = 0; i < output.length; i++) {
                assertThat(output[i]).isBetween(outputLower[i] - 1e-12, outputUpper[i] + 1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_sample_has_the_same_bits_in_any_lane_of_any_number(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("lanes", LANES);
        float[] gradient = example.output("lanes gradient", LANES);
        float[] output = forward(passes, inputs, LANES);
        float[][] inputGradients = zeros(inputs);
        passes.backward(Blocks.ofLanes(LANES), inputs, output, gradient, inputGradients);

        int lanes = 48;
        float[][] shifted = shifted(inputs, lanes);
        float[] shiftedOutput = forward(passes, shifted, lanes);
        float[][] shiftedGradients = zeros(shifted);
        passes.backward(Blocks.ofLanes(lanes), shifted, shiftedOutput, shifted(gradient, lanes), shiftedGradients);

        for (int lane = 0; lane < LANES; lane++) {
            assertThat(laneOf(shiftedOutput, lane + 5, lanes)).isEqualTo(lane(output, lane));
            for (int n = 0; n < inputs.length; n++) {
                assertThat(laneOf(shiftedGradients[n], lane + 5, lanes)).isEqualTo(lane(inputGradients[n], lane));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_tangent_has_the_same_bits_in_any_lane_of_any_number(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("lanes", LANES);
        float[][] tangents = example.inputs("lanes tangents", LANES);
        float[] tangent = new float[passes.outputShape().size() * LANES];
        passes.tangent(Blocks.ofLanes(LANES), inputs, forward(passes, inputs, LANES), tangents, tangent);

        int lanes = 256;
        float[][] shifted = shifted(inputs, lanes);
        float[] shiftedTangent = new float[passes.outputShape().size() * lanes];
        passes.tangent(
                Blocks.ofLanes(lanes),
                shifted,
                forward(passes, shifted, lanes),
                shifted(tangents, lanes),
                shiftedTangent);

        for (int lane = 0; lane < LANES; lane++) {
            assertThat(laneOf(shiftedTangent, lane + 5, lanes)).isEqualTo(lane(tangent, lane));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_stands_behind_the_values_is_neither_read_nor_changed(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("behind", LANES);
        float[][] tangents = example.inputs("behind tangents", LANES);
        float[] gradient = example.output("behind gradient", LANES);
        float[] output = forward(passes, inputs, LANES);
        float[][] longInputs = longer(inputs);
        float[] longOutput = longer(new float[output.length]);
        float[][] longGradients = longer(zeros(inputs));
        float[][] longCurvatures = longer(zeros(inputs));
        float[] longTangent = longer(new float[output.length]);

        passes.forward(Blocks.ofLanes(LANES), longInputs, longOutput);
        passes.backward(Blocks.ofLanes(LANES), longInputs, longOutput, longer(gradient), longGradients);
        passes.tangent(Blocks.ofLanes(LANES), longInputs, longOutput, longer(tangents), longTangent);
        passes.curvature(
                Blocks.ofLanes(LANES), longInputs, longOutput, longer(tangents), longer(gradient), longCurvatures);

        assertThat(longOutput).isEqualTo(longer(output));
        requireFiniteThenNaN(longTangent, output.length);
        for (int n = 0; n < inputs.length; n++) {
            requireFiniteThenNaN(longGradients[n], inputs[n].length);
            requireFiniteThenNaN(longCurvatures[n], inputs[n].length);
        }
    }

    private static float[] longer(float[] values) {
        float[] longer = Arrays.copyOf(values, values.length + 1000);
        Arrays.fill(longer, values.length, longer.length, Float.NaN);
        return longer;
    }

    private static float[][] longer(float[][] arrays) {
        return Arrays.stream(arrays).map(LayerTest::longer).toArray(float[][]::new);
    }

    private static void requireFiniteThenNaN(float[] values, int size) {
        for (int i = 0; i < values.length; i++) {
            assertThat(Float.isNaN(values[i])).as("value %d is NaN", i).isEqualTo(i >= size);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_layer_that_works_in_place_gives_the_same_bits_there(LayerExample example) {
        Passes passes = example.passes();
        if (!passes.worksInPlace()) {
            return;
        }
        float[][] inputs = example.inputs("place", LANES);
        float[] gradient = example.output("place gradient", LANES);
        float[] output = forward(passes, inputs, LANES);
        float[][] inputGradients = zeros(inputs);
        passes.backward(Blocks.ofLanes(LANES), inputs, output, gradient, inputGradients);

        float[][] inPlace = copy(inputs);
        float[][] gradientsInPlace = zeros(inputs);
        gradientsInPlace[0] = gradient.clone();
        passes.forward(Blocks.ofLanes(LANES), inPlace, inPlace[0]);
        assertThat(inPlace[0]).isEqualTo(output);
        passes.backward(Blocks.ofLanes(LANES), inPlace, inPlace[0], gradientsInPlace[0], gradientsInPlace);

        for (int n = 0; n < inputs.length; n++) {
            // Adding to 0 loses the sign of a 0.
            assertThat(plusZero(gradientsInPlace[n])).isEqualTo(plusZero(inputGradients[n]));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_layer_made_from_its_form_is_the_same(LayerExample example) {
        LayerForm form = example.passes().form().orElseThrow();
        Passes again = of(form, example);
        float[][] inputs = example.inputs("form", LANES);

        assertThat(again.description()).isEqualTo(example.passes().description());
        assertThat(forward(again, inputs, LANES)).isEqualTo(forward(example.passes(), inputs, LANES));
    }

    private static Passes of(LayerForm form, LayerExample example) {
        try {
            return ((Layer) Class.forName("org.robustest.layer." + form.kind())
                            .getMethod("of", LayerForm.class)
                            .invoke(null, form))
                    .place(example.shapes());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Passes withParameter(LayerExample example, int p, int i, float value) {
        Passes passes = example.passes();
        float[][] parameters = passes.parameters().stream().map(float[]::clone).toArray(float[][]::new);
        parameters[p][i] = value;
        LayerForm form = passes.form().orElseThrow();
        if (passes instanceof BatchNormalization) {
            return of(
                    form.withParameters(parameters[0], parameters[1], form.parameters(2), form.parameters(3)), example);
        }
        return of(form.withParameters(parameters), example);
    }

    private static float[] forward(Passes passes, float[][] inputs, int lanes) {
        Block block = Blocks.ofLanes(lanes);
        float[] output = new float[passes.outputShape().size() * lanes];
        Arrays.fill(output, Float.NaN);
        passes.forward(block, inputs, output);
        return output;
    }

    private static double[] reference(Passes passes, double[][] inputs) {
        double[] lower = new double[passes.outputShape().size()];
        passes.bounds(inputs, inputs, lower, new double[lower.length]);
        return lower;
    }

    private static double[] derivative(Passes passes, double[][] inputs, double[][] tangents) {
        return derivative(passes, inputs, tangents, 1e-6);
    }

    private static double[] derivative(Passes passes, double[][] inputs, double[][] tangents, double step) {
        double[] above = reference(passes, moved(inputs, tangents, step));
        double[] below = reference(passes, moved(inputs, tangents, -step));
        double[] derivative = new double[above.length];
        for (int i = 0; i < derivative.length; i++) {
            derivative[i] = (above[i] - below[i]) / (2 * step);
        }
        return derivative;
    }

    private static double[] lane(float[] values, int lane) {
        return laneOf(values, lane, LANES);
    }

    private static double[][] lanes(float[][] arrays, int lane) {
        return Arrays.stream(arrays).map(array -> lane(array, lane)).toArray(double[][]::new);
    }

    /** Puts lane j to lane j + 5 among more lanes, with other numbers beside. */
    private static float[] shifted(float[] values, int lanes) {
        float[] shifted = LayerExample.uniform("beside", values.length / LANES * lanes, 1);
        for (int i = 0; i < values.length / LANES; i++) {
            System.arraycopy(values, i * LANES, shifted, i * lanes + 5, LANES);
        }
        return shifted;
    }

    private static float[][] shifted(float[][] arrays, int lanes) {
        return Arrays.stream(arrays).map(array -> shifted(array, lanes)).toArray(float[][]::new);
    }

    private static float[][] likeParameters(Passes passes) {
        return zeros(passes.parameters().toArray(float[][]::new));
    }
}
