package org.robustest.layer;

import java.util.Arrays;
import java.util.Optional;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.LinearRows;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/**
 * The largest value of each channel in a window that moves over a signal {@code [C, L]} or an image {@code [C, H, W]}.
 *
 * <p>Padding never wins. Where several values are the largest, the first of them in row-major order has the gradient.
 */
public final class MaxPooling implements Passes {

    private static final int LARGEST = 0;
    private static final int TAP = 1;
    private static final int OPEN = 2;
    private static final int WON = 3;

    private final Window window;
    private final WindowRows rows;
    private final Shape outputShape;

    private MaxPooling(Shape input, Window window) {
        this.window = window;
        this.outputShape = window.outputShape(input, input.dimension(0));
        this.rows = new WindowRows(input, outputShape, window);
        requireValues(input);
    }

    /** Throws if a window meets nothing but padding: its largest value would be -∞. */
    private void requireValues(Shape input) {
        boolean[] meetsValue = new boolean[outputShape.size()];
        rows.forEachPair((in, out) -> meetsValue[out] = true);
        for (int i = 0; i < meetsValue.length; i++) {
            if (!meetsValue[i]) {
                throw new IllegalArgumentException(describe(window) + " of an input of shape " + input
                        + " has nothing but padding in the window of output " + i + "; use less padding");
            }
        }
    }

    /**
     * Creates a layer.
     *
     * @param window the window
     * @return the layer; it takes one input {@code [C, L]} or {@code [C, H, W]}; placing it throws
     *     {@link IllegalArgumentException} if the window meets nothing but padding somewhere
     */
    public static Layer of(Window window) {
        return shapes -> new MaxPooling(Inputs.single(shapes, describe(window)), window);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(Window.of(form));
    }

    private static String describe(Window window) {
        return "max pooling(" + window + ")";
    }

    @Override
    public Shape outputShape() {
        return outputShape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        float[] largest = block.scratch(LARGEST, rows.outputWidth());
        float[] tap = block.scratch(TAP, rows.outputWidth());
        for (int row = 0; row < rows.count(); row++) {
            Arrays.fill(largest, 0, rows.outputWidth() * block.lanes(), Float.NEGATIVE_INFINITY);
            for (WindowRows.Tap t : rows.taps(row)) {
                t.copy(block, inputs[0], tap);
                int to = t.to() * block.lanes();
                for (int i = t.from() * block.lanes(); i < to; i++) {
                    largest[i] = Math.max(largest[i], tap[i]);
                }
            }
            block.copyRows(largest, 0, 1, output, row * rows.outputWidth(), 1, rows.outputWidth());
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        int width = rows.outputWidth();
        float[] largest = block.scratch(LARGEST, width);
        float[] tap = block.scratch(TAP, width);
        float[] open = block.scratch(OPEN, width);
        float[] won = block.scratch(WON, width);
        for (int row = 0; row < rows.count(); row++) {
            block.copyRows(output, row * width, 1, largest, 0, 1, width);
            block.copyRows(outputGradient, row * width, 1, open, 0, 1, width);
            for (WindowRows.Tap t : rows.taps(row)) {
                t.copy(block, inputs[0], tap);
                award(largest, tap, open, won, t.from() * block.lanes(), t.to() * block.lanes());
                t.add(block, won, inputGradients[0]);
            }
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        int width = rows.outputWidth();
        float[] largest = block.scratch(LARGEST, width);
        float[] tap = block.scratch(TAP, width);
        float[] open = block.scratch(OPEN, width);
        float[] won = block.scratch(WON, width);
        for (int row = 0; row < rows.count(); row++) {
            block.copyRows(output, row * width, 1, largest, 0, 1, width);
            Arrays.fill(open, 0, width * block.lanes(), 1);
            Arrays.fill(outputTangent, row * width * block.lanes(), (row + 1) * width * block.lanes(), 0);
            for (WindowRows.Tap t : rows.taps(row)) {
                int from = t.from() * block.lanes();
                int to = t.to() * block.lanes();
                t.copy(block, inputs[0], tap);
                award(largest, tap, open, won, from, to);
                t.copy(block, inputTangents[0], tap);
                for (int i = from; i < to; i++) {
                    won[i] *= tap[i];
                }
                block.addRows(won, t.from(), 1, outputTangent, row * width + t.from(), 1, t.to() - t.from());
            }
        }
    }

    /** Gives what is still open to a tap wherever it is the largest. */
    private static void award(float[] largest, float[] tap, float[] open, float[] won, int from, int to) {
        for (int i = from; i < to; i++) {
            won[i] = Branchless.isZero(largest[i] - tap[i]) * open[i];
            open[i] -= won[i];
        }
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        Arrays.fill(outputLower, Double.NEGATIVE_INFINITY);
        Arrays.fill(outputUpper, Double.NEGATIVE_INFINITY);
        rows.forEachPair((input, output) -> {
            outputLower[output] = Math.max(outputLower[output], lower[0][input]);
            outputUpper[output] = Math.max(outputUpper[output], upper[0][input]);
        });
    }

    @Override
    public boolean isIncreasing() {
        return true;
    }

    @Override
    public int roundings() {
        return 0;
    }

    @Override
    public void relax(
            LinearRows rows,
            double[][] lower,
            double[][] upper,
            float[] outputCoefficients,
            float[][] inputCoefficients) {
        LargestRelaxation[] largest = new LargestRelaxation[outputShape.size()];
        Arrays.setAll(largest, i -> new LargestRelaxation(window.valueCount()));
        this.rows.forEachPair(
                (input, output) -> largest[output].add(inputCoefficients[0], input, lower[0][input], upper[0][input]));
        for (int i = 0; i < largest.length; i++) {
            largest[i].relax(rows, outputCoefficients, i);
        }
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(window.describeIn(LayerForm.of("MaxPooling")));
    }

    @Override
    public String description() {
        return describe(window);
    }
}
