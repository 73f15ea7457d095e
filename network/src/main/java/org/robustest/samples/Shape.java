package org.robustest.samples;

import java.util.Arrays;

/**
 * The shape of one input, without the batch dimension: {@code [features]}, {@code [C, L]} or {@code [C, H, W]}.
 *
 * <p>Inputs are stored row-major: the last dimension is contiguous.
 */
public final class Shape {

    private final int[] dimensions;
    private final int size;

    private Shape(int[] dimensions) {
        this.dimensions = dimensions;
        this.size = product(dimensions);
    }

    /**
     * Creates a shape from its dimensions.
     *
     * @param dimensions the dimensions, outermost first; at least one, each at least 1
     * @return the shape
     * @throws IllegalArgumentException if there is no dimension, one is below 1, or one input would have more than
     *     {@link Integer#MAX_VALUE} values
     */
    public static Shape of(int... dimensions) {
        if (dimensions.length == 0) {
            throw new IllegalArgumentException(
                    "a shape needs at least one dimension, such as Shape.of(channels, length)");
        }
        return new Shape(dimensions.clone());
    }

    private static int product(int[] dimensions) {
        long product = 1;
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException(
                        "every dimension of a shape must be at least 1, but it was " + Arrays.toString(dimensions));
            }
            product *= dimension;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("one input of shape " + Arrays.toString(dimensions)
                        + " would have more values than a Java array can hold");
            }
        }
        return (int) product;
    }

    /**
     * Returns the number of dimensions.
     *
     * @return the number of dimensions, at least 1
     */
    public int rank() {
        return dimensions.length;
    }

    /**
     * Returns one dimension.
     *
     * @param index the index of the dimension, from 0 (outermost) to {@code rank() - 1}
     * @return its size, at least 1
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public int dimension(int index) {
        return dimensions[index];
    }

    /**
     * Returns the number of values of one input.
     *
     * @return the product of the dimensions
     */
    public int size() {
        return size;
    }

    /**
     * Tells whether arrays of this shape can be taken as arrays of another without moving a value that has a meaning:
     * whether they are equal but for dimensions of size 1, as {@code [1, 187]} and {@code [187]} are.
     *
     * @param other the other shape
     * @return {@code true} if the dimensions above 1 are the same, in the same order
     */
    public boolean matches(Shape other) {
        return Arrays.equals(squeeze(dimensions), squeeze(other.dimensions));
    }

    private static int[] squeeze(int[] dimensions) {
        return Arrays.stream(dimensions).filter(dimension -> dimension > 1).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dimensions, shape.dimensions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dimensions);
    }

    /** Returns the dimensions as {@code [C, L]}. */
    @Override
    public String toString() {
        return Arrays.toString(dimensions);
    }
}
