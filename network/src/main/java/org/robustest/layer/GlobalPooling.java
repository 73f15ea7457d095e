package org.robustest.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.LinearRows;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/**
 * One value for each channel of a signal {@code [C, L]} or an image {@code [C, H, W]}: the largest, the sum, or the average.
 *
 * <p>Where several values are the largest, the first of them has the gradient.
 */
public final class GlobalPooling implements Passes {

    /** What becomes of the values of a channel. */
    private enum Kind {
        MAX,
        SUM,
        AVERAGE
    }

    private final Kind kind;
    private final int channels;
    private final int length;

    private GlobalPooling(Shape input, Kind kind) {
        if (input.rank() < 2) {
            throw new IllegalArgumentException(
                    describe(kind) + " needs an input of shape [C, L] or [C, H, W], but got " + input);
        }
        this.kind = kind;
        this.channels = input.dimension(0);
        this.length = input.size() / channels;
    }

    /**
     * Creates a layer that takes the largest value of each channel.
     *
     * @return the layer; it takes one input {@code [C, ...]} and gives {@code [C]}
     */
    public static Layer max() {
        return of(Kind.MAX);
    }

    /**
     * Creates a layer that takes the sum of each channel.
     *
     * @return the layer; it takes one input {@code [C, ...]} and gives {@code [C]}
     */
    public static Layer sum() {
        return of(Kind.SUM);
    }

    /**
     * Creates a layer that takes the average of each channel.
     *
     * @return the layer; it takes one input {@code [C, ...]} and gives {@code [C]}
     */
    public static Layer average() {
        return of(Kind.AVERAGE);
    }

    private static Layer of(Kind kind) {
        return shapes -> new GlobalPooling(Inputs.single(shapes, describe(kind)), kind);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(Kind.valueOf(form.text("kind")));
    }

    private static String describe(Kind kind) {
        return "global " + kind.name().toLowerCase(Locale.ROOT) + " pooling";
    }

    @Override
    public Shape outputShape() {
        return Shape.of(channels);
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        if (kind == Kind.MAX) {
            takeLargest(block, inputs[0], output);
        } else {
            takeSums(block, inputs[0], output);
        }
    }

    private void takeLargest(Block block, float[] x, float[] y) {
        int lanes = block.lanes();
        Arrays.fill(y, 0, channels * lanes, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < channels * length; row++) {
            int to = row / length * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                y[to + lane] = Math.max(y[to + lane], x[row * lanes + lane]);
            }
        }
    }

    private void takeSums(Block block, float[] x, float[] y) {
        block.fill(y, 0, channels, 0);
        for (int c = 0; c < channels; c++) {
            block.addRows(x, c * length, 1, y, c, 0, length);
        }
        if (kind == Kind.AVERAGE) {
            for (int i = 0; i < channels * block.lanes(); i++) {
                y[i] /= length;
            }
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        float[] shares = block.scratch(0, channels);
        for (int i = 0; i < channels * block.lanes(); i++) {
            shares[i] = kind == Kind.AVERAGE ? outputGradient[i] / length : outputGradient[i];
        }
        if (kind == Kind.MAX) {
            forEachLargest(block, inputs[0], output, (value, channel) -> inputGradients[0][value] += shares[channel]);
        } else {
            for (int c = 0; c < channels; c++) {
                block.addRows(shares, c, 0, inputGradients[0], c * length, 1, length);
            }
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        if (kind == Kind.MAX) {
            block.fill(outputTangent, 0, channels, 0);
            forEachLargest(
                    block, inputs[0], output, (value, channel) -> outputTangent[channel] = inputTangents[0][value]);
        } else {
            takeSums(block, inputTangents[0], outputTangent);
        }
    }

    /** Visits the first of the largest values of each channel and lane, by its index, and that of its output. */
    private void forEachLargest(Block block, float[] x, float[] y, IndexVisitor visitor) {
        int lanes = block.lanes();
        for (int output = 0; output < channels * lanes; output++) {
            int first = output / lanes * length * lanes + output % lanes;
            for (int p = 0; p < length; p++) {
                if (x[first + p * lanes] == y[output]) {
                    visitor.visit(first + p * lanes, output);
                    break;
                }
            }
        }
    }

    @FunctionalInterface
    private interface IndexVisitor {
        void visit(int input, int output);
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int c = 0; c < channels; c++) {
            outputLower[c] = pool(lower[0], c);
            outputUpper[c] = pool(upper[0], c);
        }
    }

    private double pool(double[] values, int channel) {
        int from = channel * length;
        if (kind == Kind.MAX) {
            return Arrays.stream(values, from, from + length).max().orElseThrow();
        }
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += values[i];
        }
        return kind == Kind.AVERAGE ? sum / length : sum;
    }

    @Override
    public boolean needsInputsToGoBack() {
        return kind == Kind.MAX;
    }

    @Override
    public boolean needsOutputToGoBack() {
        return kind == Kind.MAX;
    }

    @Override
    public boolean isIncreasing() {
        return true;
    }

    @Override
    public int roundings() {
        return kind == Kind.MAX ? 0 : length + 2;
    }

    @Override
    public boolean isAffine() {
        return kind != Kind.MAX;
    }

    @Override
    public void relax(
            LinearRows rows,
            double[][] lower,
            double[][] upper,
            float[] outputCoefficients,
            float[][] inputCoefficients) {
        LargestRelaxation largest = new LargestRelaxation(length);
        for (int c = 0; c < channels; c++) {
            largest.clear();
            for (int i = c * length; i < (c + 1) * length; i++) {
                largest.add(inputCoefficients[0], i, lower[0][i], upper[0][i]);
            }
            largest.relax(rows, outputCoefficients, c);
        }
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("GlobalPooling").with("kind", kind.name()));
    }

    @Override
    public String description() {
        return describe(kind) + "(" + channels + " x " + length + ")";
    }
}
