package org.robustest.layer;

import java.util.Arrays;
import org.robustest.network.LayerForm;
import org.robustest.samples.Shape;

/**
 * The window that a convolution or a pooling moves over a signal {@code [C, L]} or an image {@code [C, H, W]}: its size, its
 * steps and the padding, along each of the one or two axes behind the channels.
 *
 * <p>Immutable. An output of size {@code (padded input - dilated window) / stride + 1}, rounded down, comes out along each
 * axis.
 */
public final class Window {

    private final int[] size;
    private final int[] stride;
    private final int[] dilation;
    private final int[] paddingBefore;
    private final int[] paddingAfter;

    private Window(int[] size, int[] stride, int[] dilation, int[] paddingBefore, int[] paddingAfter) {
        this.size = size;
        this.stride = stride;
        this.dilation = dilation;
        this.paddingBefore = paddingBefore;
        this.paddingAfter = paddingAfter;
    }

    /**
     * Creates a window that moves by single steps, without dilation or padding.
     *
     * @param size the number of values along each axis, at least 1: one number for signals, two for images (height, width)
     * @return the window
     * @throws IllegalArgumentException if there are not one or two axes, or a size is below 1
     */
    public static Window of(int... size) {
        if (size.length != 1 && size.length != 2) {
            throw new IllegalArgumentException(
                    "a window has one axis (signals) or two (images), but its size was " + Arrays.toString(size));
        }
        int[] ones = new int[size.length];
        Arrays.fill(ones, 1);
        int[] zeros = new int[size.length];
        return new Window(copy(size, size.length, 1, "size"), ones, ones, zeros, zeros);
    }

    /**
     * Returns this window with another stride.
     *
     * @param newStride the step along each axis, at least 1
     * @return the changed window
     * @throws IllegalArgumentException if there is not a step for each axis, or one is below 1
     */
    public Window withStride(int... newStride) {
        return new Window(size, copy(newStride, axes(), 1, "stride"), dilation, paddingBefore, paddingAfter);
    }

    /**
     * Returns this window with its values set apart.
     *
     * @param newDilation the distance of neighbours in the window along each axis, at least 1
     * @return the changed window
     * @throws IllegalArgumentException if there is not a distance for each axis, or one is below 1
     */
    public Window withDilation(int... newDilation) {
        return new Window(size, stride, copy(newDilation, axes(), 1, "dilation"), paddingBefore, paddingAfter);
    }

    /**
     * Returns this window with padding.
     *
     * @param before the number of values added before the first one along each axis, at least 0
     * @param after the number of values added behind the last one along each axis, at least 0
     * @return the changed window
     * @throws IllegalArgumentException if there are not two numbers for each axis, or one is negative
     */
    public Window withPadding(int[] before, int[] after) {
        return new Window(
                size, stride, dilation, copy(before, axes(), 0, "padding"), copy(after, axes(), 0, "padding"));
    }

    /**
     * Returns this window with the padding that makes the output as long as the input divided by the stride, rounded up:
     * the padding that is odd goes behind (TensorFlow's and DL4J's "same").
     *
     * @param input the shape of the input {@code [C, L]} or {@code [C, H, W]}
     * @return the changed window
     * @throws IllegalArgumentException if the input has another number of axes than the window
     */
    public Window withSamePadding(Shape input) {
        requireAxes(input);
        int[] before = new int[axes()];
        int[] after = new int[axes()];
        for (int axis = 0; axis < axes(); axis++) {
            int length = input.dimension(axis + 1);
            int outputs = (length + stride[axis] - 1) / stride[axis];
            int total = Math.max(0, (outputs - 1) * stride[axis] + extent(axis) - length);
            before[axis] = total / 2;
            after[axis] = total - total / 2;
        }
        return withPadding(before, after);
    }

    /** Reads the window of a layer from its form. */
    static Window of(LayerForm form) {
        return of(form.integers("size"))
                .withStride(form.integers("stride"))
                .withDilation(form.integers("dilation"))
                .withPadding(form.integers("paddingBefore"), form.integers("paddingAfter"));
    }

    /** Adds this window to the form of a layer. */
    LayerForm describeIn(LayerForm form) {
        return form.with("size", size)
                .with("stride", stride)
                .with("dilation", dilation)
                .with("paddingBefore", paddingBefore)
                .with("paddingAfter", paddingAfter);
    }

    private static int[] copy(int[] numbers, int axes, int least, String name) {
        if (numbers.length != axes || Arrays.stream(numbers).anyMatch(number -> number < least)) {
            throw new IllegalArgumentException(
                    "the " + name + " of a window with " + axes + (axes == 1 ? " axis" : " axes") + " is " + axes
                            + " numbers of at least " + least + ", but it was " + Arrays.toString(numbers));
        }
        return numbers.clone();
    }

    /** The number of axes, 1 or 2. */
    int axes() {
        return size.length;
    }

    int size(int axis) {
        return size[axis];
    }

    int stride(int axis) {
        return stride[axis];
    }

    int dilation(int axis) {
        return dilation[axis];
    }

    int paddingBefore(int axis) {
        return paddingBefore[axis];
    }

    int paddingAfter(int axis) {
        return paddingAfter[axis];
    }

    /** The number of values in the window. */
    int valueCount() {
        return Arrays.stream(size).reduce(1, Math::multiplyExact);
    }

    /** The number of values from the first of the window to its last. */
    int extent(int axis) {
        return (size[axis] - 1) * dilation[axis] + 1;
    }

    /** The shape that comes out of an input, with the given number of channels. */
    Shape outputShape(Shape input, int channels) {
        requireAxes(input);
        int[] dimensions = new int[axes() + 1];
        dimensions[0] = channels;
        for (int axis = 0; axis < axes(); axis++) {
            int padded = paddingBefore[axis] + input.dimension(axis + 1) + paddingAfter[axis];
            if (padded < extent(axis)) {
                throw new IllegalArgumentException("a " + this + " does not fit into an input of shape " + input
                        + ": with its padding the input has " + padded + " values along axis " + (axis + 1)
                        + ", and the window needs " + extent(axis));
            }
            dimensions[axis + 1] = (padded - extent(axis)) / stride[axis] + 1;
        }
        return Shape.of(dimensions);
    }

    private void requireAxes(Shape input) {
        if (input.rank() != axes() + 1) {
            throw new IllegalArgumentException("a " + this + " needs an input of shape "
                    + (axes() == 1 ? "[C, L]" : "[C, H, W]") + ", but got " + input);
        }
    }

    /** Returns the settings that are not the default, such as {@code window [5], stride [2]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("window ").append(Arrays.toString(size));
        if (Arrays.stream(stride).anyMatch(step -> step > 1)) {
            text.append(", stride ").append(Arrays.toString(stride));
        }
        if (Arrays.stream(dilation).anyMatch(distance -> distance > 1)) {
            text.append(", dilation ").append(Arrays.toString(dilation));
        }
        if (Arrays.stream(paddingBefore).anyMatch(padding -> padding > 0)
                || Arrays.stream(paddingAfter).anyMatch(padding -> padding > 0)) {
            text.append(", padding ")
                    .append(Arrays.toString(paddingBefore))
                    .append(" and ")
                    .append(Arrays.toString(paddingAfter));
        }
        return text.toString();
    }
}
