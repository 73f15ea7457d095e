package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.layer.TestArrays.copy;
import static org.robustest.layer.TestArrays.laneOf;
import static org.robustest.layer.TestArrays.plusZero;
import static org.robustest.layer.TestArrays.zeros;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.network.Blocks;
import org.robustest.network.Passes;

/** A sample gets the same bits whatever stands beside it, behind it, or where its values are written. */
class LayerLanesTest {

    private static final int LANES = 32;

    static List<LayerExample> examples() {
        return LayerExample.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_sample_has_the_same_bits_in_any_lane_of_any_number(LayerExample example) {
        float[][] inputs = example.inputs("lanes", LANES);
        float[] gradient = example.output("lanes gradient", LANES);
        LayerRun run = new LayerRun(example.passes(), LANES, inputs);
        float[][] inputGradients = run.inputGradients(gradient);

        int lanes = 48;
        LayerRun shifted = new LayerRun(example.passes(), lanes, shifted(inputs, lanes));
        float[][] shiftedGradients = shifted.inputGradients(shifted(gradient, lanes));

        for (int lane = 0; lane < LANES; lane++) {
            assertThat(laneOf(shifted.output(), lane + 5, lanes)).isEqualTo(lane(run.output(), lane));
            for (int n = 0; n < inputs.length; n++) {
                assertThat(laneOf(shiftedGradients[n], lane + 5, lanes)).isEqualTo(lane(inputGradients[n], lane));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_sample_has_the_same_bits_in_lanes_that_no_vector_fits_in(LayerExample example) {
        float[][] inputs = example.inputs("lanes", LANES);
        float[] gradient = example.output("lanes gradient", LANES);
        LayerRun run = new LayerRun(example.passes(), LANES, inputs);
        float[][] inputGradients = run.inputGradients(gradient);

        for (int lanes : new int[] {1, 2, 4, 12}) {
            int first = LANES - lanes;
            LayerRun few = new LayerRun(
                    example.passes(),
                    lanes,
                    Arrays.stream(inputs).map(array -> last(array, lanes)).toArray(float[][]::new));
            float[][] fewGradients = few.inputGradients(last(gradient, lanes));

            for (int lane = 0; lane < lanes; lane++) {
                assertThat(laneOf(few.output(), lane, lanes)).isEqualTo(lane(run.output(), first + lane));
                for (int n = 0; n < inputs.length; n++) {
                    assertThat(laneOf(fewGradients[n], lane, lanes)).isEqualTo(lane(inputGradients[n], first + lane));
                }
            }
        }
    }

    /** Takes the last lanes. */
    private static float[] last(float[] values, int lanes) {
        float[] last = new float[values.length / LANES * lanes];
        for (int i = 0; i < values.length / LANES; i++) {
            System.arraycopy(values, (i + 1) * LANES - lanes, last, i * lanes, lanes);
        }
        return last;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_tangent_has_the_same_bits_in_any_lane_of_any_number(LayerExample example) {
        float[][] inputs = example.inputs("lanes", LANES);
        float[][] tangents = example.inputs("lanes tangents", LANES);
        float[] tangent = new LayerRun(example.passes(), LANES, inputs).tangent(tangents);

        int lanes = 256;
        float[] shiftedTangent =
                new LayerRun(example.passes(), lanes, shifted(inputs, lanes)).tangent(shifted(tangents, lanes));

        for (int lane = 0; lane < LANES; lane++) {
            assertThat(laneOf(shiftedTangent, lane + 5, lanes)).isEqualTo(lane(tangent, lane));
        }
    }

    private static double[] lane(float[] values, int lane) {
        return laneOf(values, lane, LANES);
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

    @ParameterizedTest
    @MethodSource("examples")
    void what_stands_behind_the_values_is_neither_read_nor_changed(LayerExample example) {
        Passes passes = example.passes();
        float[][] inputs = example.inputs("behind", LANES);
        float[][] tangents = example.inputs("behind tangents", LANES);
        float[] gradient = example.output("behind gradient", LANES);
        float[] output = new LayerRun(passes, LANES, inputs).output();
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
        return Arrays.stream(arrays).map(LayerLanesTest::longer).toArray(float[][]::new);
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
        LayerRun run = new LayerRun(passes, LANES, inputs);
        float[][] inputGradients = run.inputGradients(gradient);

        float[][] inPlace = copy(inputs);
        float[][] gradientsInPlace = zeros(inputs);
        gradientsInPlace[0] = gradient.clone();
        passes.forward(Blocks.ofLanes(LANES), inPlace, inPlace[0]);
        assertThat(inPlace[0]).isEqualTo(run.output());
        passes.backward(Blocks.ofLanes(LANES), inPlace, inPlace[0], gradientsInPlace[0], gradientsInPlace);

        for (int n = 0; n < inputs.length; n++) {
            // Adding to 0 loses the sign of a 0.
            assertThat(plusZero(gradientsInPlace[n])).isEqualTo(plusZero(inputGradients[n]));
        }
    }
}
