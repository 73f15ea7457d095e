package org.robustest.dl4j;

import java.util.Arrays;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.robustest.layer.Window;
import org.robustest.network.Layer;
import org.robustest.samples.Shape;

/** The window of a DL4J layer, whose padding may depend on the size of the input. */
final class PaddedWindow {

    private final Window window;
    private final Function<Shape, Window> padded;

    private PaddedWindow(Window window, ConvolutionMode mode, int[] extent, int[] padding) {
        this.window = window;
        this.padded = padded(mode, extent, padding);
    }

    /** A window on images; DL4J's settings are for height and width. */
    static PaddedWindow ofImages(int[] size, int[] stride, int[] dilation, ConvolutionMode mode, int[] padding) {
        int[] extent = new int[size.length];
        Arrays.setAll(extent, axis -> (size[axis] - 1) * dilation[axis]);
        Window window = Window.of(size).withStride(stride).withDilation(dilation);
        return new PaddedWindow(window, mode, extent, padding);
    }

    /** A window on signals; DL4J takes them for images of width 1. */
    static PaddedWindow ofSignals(int[] size, int[] stride, int[] dilation, ConvolutionMode mode, int[] padding) {
        return ofImages(first(size), first(stride), first(dilation), mode, first(padding));
    }

    private static int[] first(int... settings) {
        return Arrays.copyOf(settings, 1);
    }

    private Function<Shape, Window> padded(ConvolutionMode mode, int[] extent, int[] padding) {
        return switch (mode) {
            case Truncate, Strict -> input -> window.withPadding(padding, padding);
            case Same -> window::withSamePadding;
            case Causal -> input -> window.withPadding(extent, new int[extent.length]);
        };
    }

    /** The layer that a function makes of the window, once the size of the input is known. */
    Layer place(Function<Window, Layer> layer) {
        return inputs -> layer.apply(padded.apply(inputs.get(0))).place(inputs);
    }
}
