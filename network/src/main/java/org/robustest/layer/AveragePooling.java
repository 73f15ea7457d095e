package org.robustest.layer;

import java.util.Arrays;
import java.util.Optional;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.samples.Shape;

/** The average of each channel in a window that moves over a signal {@code [C, L]} or an image {@code [C, H, W]}. */
public final class AveragePooling implements AffinePasses {

    private final Window window;
    private final boolean countsPadding;
    private final WindowRows rows;
    private final Shape outputShape;
    private final float[] factors;

    private AveragePooling(Shape input, Window window, boolean countsPadding) {
        this.window = window;
        this.countsPadding = countsPadding;
        this.outputShape = window.outputShape(input, input.dimension(0));
        this.rows = new WindowRows(input, outputShape, window);
        int[] met = new int[outputShape.size()];
        rows.forEachPair((in, out) -> met[out]++);
        this.factors = new float[met.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 1f / Math.max(1, countsPadding ? window.valueCount() : met[i]);
        }
    }

    /**
     * Creates a layer.
     *
     * @param window the window
     * @param countsPadding whether padding counts as values that are 0, or is left out of the average
     * @return the layer; it takes one input {@code [C, L]} or {@code [C, H, W]}
     */
    public static Layer of(Window window, boolean countsPadding) {
        return shapes ->
                new AveragePooling(Inputs.single(shapes, describe(window, countsPadding)), window, countsPadding);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(Window.of(form), Boolean.parseBoolean(form.text("countsPadding")));
    }

    private static String describe(Window window, boolean countsPadding) {
        return "average pooling(" + window + (countsPadding ? ", padding counts" : "") + ")";
    }

    @Override
    public Shape outputShape() {
        return outputShape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        block.fill(output, 0, outputShape.size(), 0);
        for (int row = 0; row < rows.count(); row++) {
            for (WindowRows.Tap tap : rows.taps(row)) {
                int to = row * rows.outputWidth() + tap.from();
                block.addRows(inputs[0], tap.input(), tap.stride(), output, to, 1, tap.to() - tap.from());
            }
        }
        RowScales.multiply(output, factors, output, block.lanes());
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        float[] shares = block.scratch(0, outputShape.size());
        RowScales.multiply(outputGradient, factors, shares, block.lanes());
        for (int row = 0; row < rows.count(); row++) {
            for (WindowRows.Tap tap : rows.taps(row)) {
                int from = row * rows.outputWidth() + tap.from();
                block.addRows(shares, from, 1, inputGradients[0], tap.input(), tap.stride(), tap.to() - tap.from());
            }
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        forward(block, inputTangents, outputTangent);
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        Arrays.fill(outputLower, 0);
        Arrays.fill(outputUpper, 0);
        rows.forEachPair((input, output) -> {
            outputLower[output] += factors[output] * lower[0][input];
            outputUpper[output] += factors[output] * upper[0][input];
        });
    }

    @Override
    public int roundings() {
        return window.valueCount() + 3;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(window.describeIn(
                LayerForm.of("AveragePooling").with("countsPadding", Boolean.toString(countsPadding))));
    }

    @Override
    public String description() {
        return describe(window, countsPadding);
    }
}
