package org.robustest.perturbation;

import org.robustest.samples.Shape;

/**
 * An input as channels that run over time.
 *
 * @param channels the number of channels C
 * @param length the number of values L of each
 */
record Signal(int channels, int length) {

    /** Reads a shape {@code [L]} or {@code [C, L]}. */
    static Signal of(Shape shape, String purpose) {
        return switch (shape.rank()) {
            case 1 -> new Signal(1, shape.dimension(0));
            case 2 -> new Signal(shape.dimension(0), shape.dimension(1));
            default ->
                throw new IllegalArgumentException(
                        purpose + " needs inputs of shape [L] or [C, L], whose last dimension is"
                                + " time, but the shape is " + shape);
        };
    }

    int size() {
        return channels * length;
    }
}
