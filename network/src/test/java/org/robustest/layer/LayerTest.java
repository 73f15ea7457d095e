package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.layer.TestArrays.copy;
import static org.robustest.layer.TestArrays.dot;
import static org.robustest.layer.TestArrays.doubles;
import static org.robustest.layer.TestArrays.laneOf;
import static org.robustest.layer.TestArrays.moved;
import static org.robustest.layer.TestArrays.requireClose;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        float[] output = new LayerRun(example.passes(), LANES, inputs).output();

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
        float[] tangent = new LayerRun(passes, LANES, inputs).tangent(tangents);

        for (int lane : SOME_LANES) {
            requireClose(lane(tangent, lane), derivative(passes, lanes(inputs, lane), lanes(tangents, lane)), 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void gradients_are_adjoint_to_tangents_and_add_up(LayerExample example) {
        float[][] inputs = example.inputs("adjoint", LANES);
        float[][] tangents = example.inputs("adjoint tangents", LANES);
        float[] gradient = example.output("adjoint gradient", LANES);
        float[][] before = example.inputs("adjoint before", LANES);
        float[][] inputGradients = copy(before);

        LayerRun run = new LayerRun(example.passes(), LANES, inputs);
        float[] tangent = run.tangent(tangents);
        run.addInputGradients(gradient, inputGradients);

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
        float[][] curvatures = new LayerRun(passes, LANES, inputs).curvatures(tangents, gradient);

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
        LayerRun run = new LayerRun(passes, LANES, inputs);
        float[][] gradients = run.parameterGradients(gradient);
        float[][] tangentGradients = run.tangentParameterGradients(tangents, gradient);

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
    void a_layer_made_from_its_form_is_the_same(LayerExample example) {
        LayerForm form = example.passes().form().orElseThrow();
        Passes again = of(form, example);
        float[][] inputs = example.inputs("form", LANES);

        assertThat(again.description()).isEqualTo(example.passes().description());
        assertThat(new LayerRun(again, LANES, inputs).output())
                .isEqualTo(new LayerRun(example.passes(), LANES, inputs).output());
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
}
