package org.robustest.layer;

import java.util.List;
import java.util.Optional;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/**
 * All differences of two outputs of a dense layer, {@code y_k − y_j = (W_k − W_j) x + b_k − b_j} at {@code j * K + k}, or how far
 * they may be off, {@code |W_k − W_j| x}. Its parameters are W and b.
 */
final class DenseDifferences implements AffinePasses {

    private final float[] weights;
    private final float[] biases;
    private final boolean isAbsolute;
    private final Dense dense;
    private final float[] signs;

    private DenseDifferences(float[] weights, float[] biases, boolean isAbsolute) {
        this.weights = weights;
        this.biases = biases;
        this.isAbsolute = isAbsolute;
        float[] rows = differences(weights);
        this.signs = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            signs[i] = isAbsolute ? Math.signum(rows[i]) : 1;
            rows[i] *= signs[i];
        }
        float[] shifts = differences(biases);
        this.dense = Dense.placed(rows, isAbsolute ? new float[shifts.length] : shifts);
    }

    static DenseDifferences of(float[] weights, float[] biases) {
        return new DenseDifferences(weights, biases, false);
    }

    /** Subtracts all rows from all rows. */
    private float[] differences(float[] rows) {
        int count = biases.length;
        int length = rows.length / count;
        float[] differences = new float[count * rows.length];
        for (int pair = 0; pair < count * count; pair++) {
            for (int i = 0; i < length; i++) {
                differences[pair * length + i] = rows[pair % count * length + i] - rows[pair / count * length + i];
            }
        }
        return differences;
    }

    /** The adjoint of {@link #differences}. */
    private void addToRows(float[] ofDifferences, float[] ofRows) {
        int count = biases.length;
        int length = ofRows.length / count;
        for (int pair = 0; pair < count * count; pair++) {
            for (int i = 0; i < length; i++) {
                ofRows[pair % count * length + i] += ofDifferences[pair * length + i];
                ofRows[pair / count * length + i] -= ofDifferences[pair * length + i];
            }
        }
    }

    @Override
    public Optional<Passes> absolute() {
        return Optional.of(new DenseDifferences(weights, biases, true));
    }

    @Override
    public Shape outputShape() {
        return dense.outputShape();
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        dense.forward(block, inputs, output);
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        dense.backward(block, inputs, output, outputGradient, inputGradients);
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        dense.tangent(block, inputs, output, inputTangents, outputTangent);
    }

    @Override
    public List<float[]> parameters() {
        return List.of(weights, biases);
    }

    @Override
    public DenseDifferences withParameters(List<float[]> parameters) {
        return new DenseDifferences(parameters.get(0).clone(), parameters.get(1).clone(), isAbsolute);
    }

    @Override
    public void parameterGradients(Block block, float[][] inputs, float[] outputGradient, float[][] gradients) {
        float[][] ofDense = {new float[signs.length], new float[biases.length * biases.length]};
        dense.parameterGradients(block, inputs, outputGradient, ofDense);
        addWeightGradients(ofDense[0], gradients[0]);
        if (!isAbsolute) {
            addToRows(ofDense[1], gradients[1]);
        }
    }

    @Override
    public void tangentParameterGradients(
            Block block, float[][] inputs, float[][] inputTangents, float[] outputGradient, float[][] gradients) {
        float[][] ofDense = {new float[signs.length], new float[biases.length * biases.length]};
        dense.tangentParameterGradients(block, inputs, inputTangents, outputGradient, ofDense);
        addWeightGradients(ofDense[0], gradients[0]);
    }

    private void addWeightGradients(float[] ofDense, float[] gradients) {
        for (int i = 0; i < signs.length; i++) {
            ofDense[i] *= signs[i];
        }
        addToRows(ofDense, gradients);
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        dense.bounds(lower, upper, outputLower, outputUpper);
    }

    @Override
    public int roundings() {
        return dense.roundings() + 1;
    }

    @Override
    public String description() {
        return "differences of " + biases.length + " outputs of a dense layer";
    }
}
