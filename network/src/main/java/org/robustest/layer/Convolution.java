package org.robustest.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.Matrix;
import org.robustest.samples.Shape;

/**
 * A convolution of a signal {@code [C, L]} or an image {@code [C, H, W]}, as neural networks use the word: a correlation,
 * {@code y[o][p] = b[o] + Σ_c Σ_k w[o][c][k] x[c][p * stride + k * dilation - padding]}.
 *
 * <p>It is a product of the weights with rows of the input, once the input has been copied to where padding is zeros and
 * the values between two steps of the stride lie side by side. So is the way back, once for each of the places that an
 * input value can have between two steps.
 */
public final class Convolution implements AffinePasses {

    private final Shape inputShape;
    private final Shape outputShape;
    private final Window window;
    private final float[] weights;
    private final float[] biases;
    private final Matrix matrix;
    private final PaddedInput padded;
    private final ConvolutionBackward back;

    private Convolution(Shape inputShape, float[] weights, float[] biases, Window window) {
        this.inputShape = inputShape;
        this.window = window;
        this.weights = weights;
        this.biases = biases;
        this.outputShape = window.outputShape(inputShape, biases.length);
        int columns = weights.length / biases.length;
        this.matrix = Matrix.of(biases.length, columns, (row, column) -> weights[row * columns + column]);
        Axis height = window.axes() == 1 ? Axis.NONE : Axis.of(window, 0, inputShape, outputShape);
        Axis width = Axis.of(window, window.axes() - 1, inputShape, outputShape);
        this.padded = new PaddedInput(inputShape.dimension(0), height, width);
        this.back = new ConvolutionBackward(inputShape.dimension(0), biases.length, height, width, weights);
    }

    /**
     * Creates a layer from its parameters.
     *
     * @param weights the weights w, row-major {@code [outputs, inputs, kernel]} or {@code [outputs, inputs, kernel height,
     *     kernel width]}; copied
     * @param biases the biases b {@code [outputs]}; copied
     * @param window the size of the kernel and how it moves
     * @return the layer; it takes one input {@code [C, L]} or {@code [C, H, W]} and gives {@code [outputs, ...]}
     * @throws IllegalArgumentException if the biases are empty, the weights are not a kernel for each pair of an output and
     *     an input, or a parameter is not finite
     */
    public static Layer of(float[] weights, float[] biases, Window window) {
        int kernel = window.valueCount();
        int outputs = biases.length;
        if (outputs == 0 || weights.length == 0 || weights.length % (outputs * kernel) != 0) {
            throw new IllegalArgumentException("a convolution by a " + window + " needs " + kernel
                    + " weights for each bias and each channel of its input, but there were " + weights.length
                    + " weights and " + outputs + " biases");
        }
        Parameters.requireFinite(weights, "weight");
        Parameters.requireFinite(biases, "bias");
        float[] ownWeights = weights.clone();
        float[] ownBiases = biases.clone();
        int channels = weights.length / outputs / kernel;
        return shapes -> {
            Shape input = Inputs.single(shapes, describe(channels, outputs, window));
            if (input.dimension(0) != channels) {
                throw new IllegalArgumentException(describe(channels, outputs, window) + " needs an input of "
                        + channels + " channels, but got shape " + input);
            }
            return new Convolution(input, ownWeights, ownBiases, window);
        };
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(form.parameters(0), form.parameters(1), Window.of(form));
    }

    private static String describe(int inputs, int outputs, Window window) {
        return "convolution(" + inputs + " -> " + outputs + ", " + window + ")";
    }

    @Override
    public Shape outputShape() {
        return outputShape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        int rowsPerChannel = outputShape.size() / biases.length;
        for (int o = 0; o < biases.length; o++) {
            int from = o * rowsPerChannel * block.lanes();
            Arrays.fill(output, from, from + rowsPerChannel * block.lanes(), biases[o]);
        }
        addProducts(block, inputs[0], output);
    }

    private void addProducts(Block block, float[] x, float[] y) {
        float[] rows = padded.copy(block, x);
        int height = padded.outputHeight();
        int width = padded.outputWidth();
        for (int h = 0; h < height; h++) {
            block.multiplyAdd(matrix, rows, padded.taps(), padded.from(h), y, h * width, height * width, width);
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        back.add(block, outputGradient, inputGradients[0]);
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        Arrays.fill(outputTangent, 0, outputShape.size() * block.lanes(), 0);
        addProducts(block, inputTangents[0], outputTangent);
    }

    @Override
    public List<float[]> parameters() {
        return List.of(weights, biases);
    }

    @Override
    public Convolution withParameters(List<float[]> parameters) {
        return new Convolution(
                inputShape, parameters.get(0).clone(), parameters.get(1).clone(), window);
    }

    @Override
    public void parameterGradients(Block block, float[][] inputs, float[] outputGradient, float[][] gradients) {
        addWeightGradients(block, inputs[0], outputGradient, gradients[0]);
        RowSums.add(outputGradient, biases.length, outputShape.size() / biases.length * block.lanes(), gradients[1]);
    }

    @Override
    public void tangentParameterGradients(
            Block block, float[][] inputs, float[][] inputTangents, float[] outputGradient, float[][] gradients) {
        addWeightGradients(block, inputTangents[0], outputGradient, gradients[0]);
    }

    private void addWeightGradients(Block block, float[] x, float[] outputGradient, float[] gradients) {
        float[] rows = padded.copy(block, x);
        int height = padded.outputHeight();
        int width = padded.outputWidth();
        for (int h = 0; h < height; h++) {
            block.addInnerProducts(
                    rows, padded.taps(), padded.from(h), outputGradient, h * width, height * width, width, gradients);
        }
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        int perChannel = outputShape.size() / biases.length;
        for (int o = 0; o < biases.length; o++) {
            Arrays.fill(outputLower, o * perChannel, (o + 1) * perChannel, biases[o]);
            Arrays.fill(outputUpper, o * perChannel, (o + 1) * perChannel, biases[o]);
        }
        padded.forEachTap(weights, biases.length, (weight, input, step, output, count) -> {
            addProducts(weight, (weight > 0 ? lower : upper)[0], input, step, outputLower, output, count);
            addProducts(weight, (weight > 0 ? upper : lower)[0], input, step, outputUpper, output, count);
        });
    }

    private static void addProducts(double weight, double[] x, int input, int step, double[] y, int output, int count) {
        if (step == 1) {
            for (int i = 0; i < count; i++) {
                y[output + i] += weight * x[input + i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                y[output + i] += weight * x[input + i * step];
            }
        }
    }

    @Override
    public int roundings() {
        return Math.max(inputShape.dimension(0), biases.length) * window.valueCount() + 2;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(window.describeIn(LayerForm.of("Convolution")).withParameters(weights, biases));
    }

    @Override
    public String description() {
        return describe(inputShape.dimension(0), biases.length, window);
    }
}
