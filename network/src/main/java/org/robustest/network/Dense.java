package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import org.robustest.samples.Shape;

/**
 * A fully connected layer, {@code y = W x + b}.
 *
 * <p>An input of more than one dimension is taken as it lies in memory, row-major.
 */
public final class Dense implements Layer {

    private final int inputs;
    private final int outputs;
    private final float[] weights;
    private final float[] transposed;
    private final float[] biases;

    private Dense(int inputs, int outputs, float[] weights, float[] biases) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = weights;
        this.transposed = Matrices.transpose(weights, outputs, inputs);
        this.biases = biases;
    }

    /**
     * Creates a layer from its parameters.
     *
     * @param weights the matrix W, row-major {@code [outputs, inputs]}; copied
     * @param biases the vector b {@code [outputs]}; copied
     * @return the layer
     * @throws IllegalArgumentException if the biases are empty, the weights do not form rows of the same length, or a
     *     parameter is not finite
     */
    public static Dense of(float[] weights, float[] biases) {
        int outputs = biases.length;
        if (outputs == 0 || weights.length == 0 || weights.length % outputs != 0) {
            throw new IllegalArgumentException("a dense layer needs a row of weights for each bias, but there were "
                    + weights.length + " weights and " + outputs + " biases");
        }
        Matrices.requireFinite(weights, "weight");
        Matrices.requireFinite(biases, "bias");
        return new Dense(weights.length / outputs, outputs, weights.clone(), biases.clone());
    }

    @Override
    public Shape outputShape(List<Shape> shapes) {
        if (shapes.size() != 1 || shapes.get(0).size() != inputs) {
            throw new IllegalArgumentException(
                    description() + " needs one input of " + inputs + " values, but got shapes " + shapes);
        }
        return Shape.of(outputs);
    }

    @Override
    public void forward(float[][] layerInputs, float[] output) {
        for (int row = 0; row < outputs; row++) {
            Arrays.fill(output, row * Network.LANES, (row + 1) * Network.LANES, biases[row]);
        }
        Matrices.multiplyAdd(weights, outputs, inputs, layerInputs[0], output);
    }

    @Override
    public void backward(float[][] layerInputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        Matrices.multiplyAdd(transposed, inputs, outputs, outputGradient, inputGradients[0]);
    }

    @Override
    public String description() {
        return "dense(" + inputs + " -> " + outputs + ")";
    }
}
