package org.robustest.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.Matrix;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/**
 * A fully connected layer, {@code y = W x + b}.
 *
 * <p>An input of more than one dimension is taken as it lies in memory, row-major.
 */
public final class Dense implements AffinePasses {

    private final int inputCount;
    private final int outputCount;
    private final float[] weights;
    private final float[] biases;
    private final Matrix matrix;
    private final Matrix transposed;
    private final int[] inputRows;
    private final int[] outputRows;

    private Dense(float[] weights, float[] biases) {
        this.outputCount = biases.length;
        this.inputCount = weights.length / outputCount;
        this.weights = weights;
        this.biases = biases;
        this.matrix = Matrix.of(outputCount, inputCount, (row, column) -> weights[row * inputCount + column]);
        this.transposed = Matrix.of(inputCount, outputCount, (row, column) -> weights[column * inputCount + row]);
        this.inputRows = IntStream.range(0, inputCount).toArray();
        this.outputRows = IntStream.range(0, outputCount).toArray();
    }

    /**
     * Creates a layer from its parameters.
     *
     * @param weights the matrix W, row-major {@code [outputs, inputs]}; copied
     * @param biases the vector b {@code [outputs]}; copied
     * @return the layer; it takes one input of as many values as W has columns, and gives {@code [outputs]}
     * @throws IllegalArgumentException if the biases are empty, the weights do not form rows of the same length, or a
     *     parameter is not finite
     */
    public static Layer of(float[] weights, float[] biases) {
        int outputs = biases.length;
        if (outputs == 0 || weights.length == 0 || weights.length % outputs != 0) {
            throw new IllegalArgumentException("a dense layer needs a row of weights for each bias, but there were "
                    + weights.length + " weights and " + outputs + " biases");
        }
        Parameters.requireFinite(weights, "weight");
        Parameters.requireFinite(biases, "bias");
        Dense dense = new Dense(weights.clone(), biases.clone());
        return dense::behind;
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(form.parameters(0), form.parameters(1));
    }

    private Dense behind(List<Shape> shapes) {
        if (shapes.size() != 1 || shapes.get(0).size() != inputCount) {
            throw new IllegalArgumentException(
                    description() + " needs one input of " + inputCount + " values, but got shapes " + shapes);
        }
        return this;
    }

    /** Creates a layer in its place from its parameters, which are not copied. */
    static Dense placed(float[] weights, float[] biases) {
        return new Dense(weights, biases);
    }

    @Override
    public Shape outputShape() {
        return Shape.of(outputCount);
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        for (int row = 0; row < outputCount; row++) {
            Arrays.fill(output, row * block.lanes(), (row + 1) * block.lanes(), biases[row]);
        }
        block.multiplyAdd(matrix, inputs[0], inputRows, 0, output, 0, 1, 1);
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        block.multiplyAdd(transposed, outputGradient, outputRows, 0, inputGradients[0], 0, 1, 1);
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        Arrays.fill(outputTangent, 0, outputCount * block.lanes(), 0);
        block.multiplyAdd(matrix, inputTangents[0], inputRows, 0, outputTangent, 0, 1, 1);
    }

    @Override
    public List<float[]> parameters() {
        return List.of(weights, biases);
    }

    @Override
    public Dense withParameters(List<float[]> parameters) {
        return new Dense(parameters.get(0).clone(), parameters.get(1).clone());
    }

    @Override
    public void parameterGradients(Block block, float[][] inputs, float[] outputGradient, float[][] gradients) {
        addWeightGradients(block, inputs[0], outputGradient, gradients[0]);
        RowSums.add(outputGradient, outputCount, block.lanes(), gradients[1]);
    }

    @Override
    public void tangentParameterGradients(
            Block block, float[][] inputs, float[][] inputTangents, float[] outputGradient, float[][] gradients) {
        addWeightGradients(block, inputTangents[0], outputGradient, gradients[0]);
    }

    private void addWeightGradients(Block block, float[] x, float[] outputGradient, float[] gradients) {
        block.addInnerProducts(x, inputRows, 0, outputGradient, 0, 1, 1, gradients);
    }

    @Override
    public Optional<Passes> differences() {
        return Optional.of(DenseDifferences.of(weights, biases));
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int row = 0; row < outputCount; row++) {
            double low = biases[row];
            double high = biases[row];
            for (int column = 0; column < inputCount; column++) {
                double weight = weights[row * inputCount + column];
                low += weight * (weight > 0 ? lower : upper)[0][column];
                high += weight * (weight > 0 ? upper : lower)[0][column];
            }
            outputLower[row] = low;
            outputUpper[row] = high;
        }
    }

    @Override
    public int roundings() {
        return Math.max(inputCount, outputCount) + 2;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("Dense").withParameters(weights, biases));
    }

    @Override
    public String description() {
        return "dense(" + inputCount + " -> " + outputCount + ")";
    }
}
