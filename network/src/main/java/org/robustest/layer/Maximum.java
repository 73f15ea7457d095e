package org.robustest.layer;

import java.util.List;
import java.util.Optional;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.LinearRows;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** The largest of the inputs, value by value. Where several are the largest, the first of them has the gradient. */
public final class Maximum implements Passes {

    private final Shape shape;

    private Maximum(List<Shape> shapes) {
        this.shape = Inputs.alike(shapes, "a maximum");
    }

    /**
     * Creates a layer.
     *
     * @return the layer; it takes one input or more, all of one shape
     */
    public static Layer of() {
        return Maximum::new;
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     */
    public static Layer of(LayerForm form) {
        return of();
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        System.arraycopy(inputs[0], 0, output, 0, count(block));
        for (float[] input : inputs) {
            for (int i = 0; i < count(block); i++) {
                output[i] = Math.max(output[i], input[i]);
            }
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        for (int i = 0; i < count(block); i++) {
            inputGradients[largest(inputs, i)][i] += outputGradient[i];
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        for (int i = 0; i < count(block); i++) {
            outputTangent[i] = inputTangents[largest(inputs, i)][i];
        }
    }

    private static int largest(float[][] inputs, int i) {
        int largest = 0;
        for (int n = 1; n < inputs.length; n++) {
            if (inputs[n][i] > inputs[largest][i]) {
                largest = n;
            }
        }
        return largest;
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int i = 0; i < shape.size(); i++) {
            outputLower[i] = lower[0][i];
            outputUpper[i] = upper[0][i];
            for (int n = 1; n < lower.length; n++) {
                outputLower[i] = Math.max(outputLower[i], lower[n][i]);
                outputUpper[i] = Math.max(outputUpper[i], upper[n][i]);
            }
        }
    }

    private int count(Block block) {
        return shape.size() * block.lanes();
    }

    @Override
    public boolean needsOutputToGoBack() {
        return false;
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
        LargestRelaxation largest = new LargestRelaxation(lower.length);
        for (int i = 0; i < shape.size(); i++) {
            largest.clear();
            for (int n = 0; n < lower.length; n++) {
                largest.add(inputCoefficients[n], i, lower[n][i], upper[n][i]);
            }
            largest.relax(rows, outputCoefficients, i);
        }
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("Maximum"));
    }

    @Override
    public String description() {
        return "maximum";
    }
}
