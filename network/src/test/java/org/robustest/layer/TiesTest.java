package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.network.Block;
import org.robustest.network.Blocks;
import org.robustest.network.Layer;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** Which of several largest values has the gradient: the first, as in DL4J. */
class TiesTest {

    private static final int LANES = 16;

    @Test
    void the_first_of_the_largest_values_in_a_window_has_the_gradient() {
        Layer pooling = MaxPooling.of(Window.of(2, 2).withStride(2, 2));

        assertThat(inputGradients(pooling, Shape.of(1, 2, 4), new float[] {1, 2, 0, 0, 2, 2, 0, 0}))
                .isEqualTo(new float[][] {{0, 1, 2, 0, 0, 0, 0, 0}});
    }

    @Test
    void windows_that_overlap_add_up_at_the_value_they_share() {
        Layer pooling = MaxPooling.of(Window.of(3));

        assertThat(inputGradients(pooling, Shape.of(1, 5), new float[] {0, 0, 1, 1, 0}))
                .isEqualTo(new float[][] {{0, 0, 1 + 2 + 3, 0, 0}});
    }

    @Test
    void the_first_of_the_largest_values_of_a_channel_has_the_gradient() {
        assertThat(inputGradients(GlobalPooling.max(), Shape.of(2, 3), new float[] {-1, -1, -2, 5, 6, 6}))
                .isEqualTo(new float[][] {{1, 0, 0, 0, 2, 0}});
    }

    @Test
    void the_first_of_the_largest_inputs_has_the_gradient() {
        assertThat(inputGradients(Maximum.of(), Shape.of(3), new float[] {1, 2, 3}, new float[] {1, 3, 3}))
                .isEqualTo(new float[][] {{1, 0, 3}, {0, 2, 0}});
    }

    @Test
    void a_value_next_to_the_largest_has_nothing_however_near_it_is() {
        Layer pooling = MaxPooling.of(Window.of(2).withStride(2));
        float least = Float.MIN_VALUE;

        assertThat(inputGradients(pooling, Shape.of(1, 4), new float[] {0, least, Math.nextDown(1f), 1}))
                .isEqualTo(new float[][] {{0, 1, 0, 2}});
    }

    @Test
    void padding_is_never_the_largest() {
        Layer pooling = MaxPooling.of(Window.of(3).withPadding(new int[] {1}, new int[] {1}));

        assertThat(inputGradients(pooling, Shape.of(1, 2), new float[] {-5, -7}))
                .isEqualTo(new float[][] {{1 + 2, 0}});
    }

    @Test
    void a_max_pooling_with_a_window_of_nothing_but_padding_is_refused() {
        Layer pooling = MaxPooling.of(Window.of(2).withStride(2).withPadding(new int[] {2}, new int[] {0}));

        assertThatThrownBy(() -> pooling.place(List.of(Shape.of(1, 4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("max pooling(window [2], stride [2], padding [2] and [0]) of an input of shape [1, 4] has"
                        + " nothing but padding in the window of output 0; use less padding");
    }

    /** The gradients for the cotangent 1, 2, 3 and so on, the same in every lane; the tangents take the same way. */
    private static float[][] inputGradients(Layer layer, Shape shape, float[]... samples) {
        Passes passes = layer.place(Collections.nCopies(samples.length, shape));
        Block block = Blocks.ofLanes(LANES);
        float[][] inputs = Arrays.stream(samples).map(TiesTest::inAllLanes).toArray(float[][]::new);
        float[][] gradients =
                Arrays.stream(inputs).map(input -> new float[input.length]).toArray(float[][]::new);
        int outputs = passes.outputShape().size();
        float[] cotangent = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            cotangent[i] = i + 1;
        }
        float[] output = new float[outputs * LANES];
        float[] tangent = new float[outputs * LANES];

        passes.forward(block, inputs, output);
        passes.backward(block, inputs, output, inAllLanes(cotangent), gradients);
        passes.tangent(block, inputs, output, inputs, tangent);

        // Along its own input, a maximum changes by itself.
        assertThat(tangent).isEqualTo(output);
        return Arrays.stream(gradients).map(TiesTest::ofLastLane).toArray(float[][]::new);
    }

    private static float[] inAllLanes(float[] values) {
        float[] rows = new float[values.length * LANES];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = values[i / LANES];
        }
        return rows;
    }

    private static float[] ofLastLane(float[] rows) {
        float[] values = new float[rows.length / LANES];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i * LANES + LANES - 1];
        }
        return values;
    }
}
