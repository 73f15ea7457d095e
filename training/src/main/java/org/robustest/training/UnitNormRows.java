package org.robustest.training;

import java.util.List;

/** Scales each row of weights to unit length, and its bias with it, as Ma and Liang (2022) do before each step. */
final class UnitNormRows {

    private UnitNormRows() {}

    /**
     * Scales the rows of all layers.
     *
     * @param parameters weights and biases in turn, layer by layer; weights {@code [outputs, ...]} and one bias each. Where
     *     there is but one weight for each bias it is no row, and stays
     */
    static void scale(List<float[]> parameters) {
        for (int p = 0; p + 1 < parameters.size(); p += 2) {
            float[] weights = parameters.get(p);
            float[] biases = parameters.get(p + 1);
            int columns = weights.length / biases.length;
            for (int row = 0; columns > 1 && row < biases.length; row++) {
                scale(weights, row * columns, columns, biases, row);
            }
        }
    }

    private static void scale(float[] weights, int from, int count, float[] biases, int row) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) weights[i] * weights[i];
        }
        double length = Math.sqrt(sum);
        if (length > 0) {
            for (int i = from; i < from + count; i++) {
                weights[i] = (float) (weights[i] / length);
            }
            biases[row] = (float) (biases[row] / length);
        }
    }
}
