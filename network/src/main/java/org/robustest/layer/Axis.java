package org.robustest.layer;

import org.robustest.samples.Shape;

/**
 * One axis of a convolution.
 *
 * @param input the number of input values along it
 * @param output the number of output values along it
 * @param size the number of taps
 * @param stride the step from one output to the next
 * @param dilation the distance from one tap to the next
 * @param before the padding before the input
 * @param after the padding behind it
 */
record Axis(int input, int output, int size, int stride, int dilation, int before, int after) {

    /** The height of a signal. */
    static final Axis NONE = new Axis(1, 1, 1, 1, 1, 0, 0);

    static Axis of(Window window, int axis, Shape input, Shape output) {
        return new Axis(
                input.dimension(axis + 1),
                output.dimension(axis + 1),
                window.size(axis),
                window.stride(axis),
                window.dilation(axis),
                window.paddingBefore(axis),
                window.paddingAfter(axis));
    }

    /** The number of input values with the padding. */
    int padded() {
        return before + input + after;
    }
}
