package org.robustest.transformation;

import org.robustest.samples.Shape;

/**
 * An input as channels, such as the leads of an ECG, that run over time.
 *
 * @param count the number of channels C
 * @param length the number of values L of each
 */
record Channels(int count, int length) {

    /** Reads a shape {@code [L]} or {@code [C, L]}. */
    static Channels of(Shape shape, Transformation transformation) {
        return switch (shape.rank()) {
            case 1 -> new Channels(1, shape.dimension(0));
            case 2 -> new Channels(shape.dimension(0), shape.dimension(1));
            default ->
                throw new IllegalArgumentException(transformation + " needs inputs of shape [L] or [C, L], whose last"
                        + " dimension is time, but the shape is " + shape);
        };
    }
}
