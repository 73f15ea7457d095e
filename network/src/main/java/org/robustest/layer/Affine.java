package org.robustest.layer;

import java.util.Optional;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** Every value multiplied by one number and shifted by another: {@code y = scale * x + shift}. */
public final class Affine implements AffinePasses {

    private final Shape shape;
    private final double scale;
    private final double shift;

    private Affine(Shape shape, double scale, double shift) {
        this.shape = shape;
        this.scale = scale;
        this.shift = shift;
    }

    /**
     * Creates a layer.
     *
     * @param scale the factor; finite
     * @param shift the summand; finite
     * @return the layer; it takes one input of any shape
     * @throws IllegalArgumentException if a number is not finite
     */
    public static Layer of(double scale, double shift) {
        Parameters.requireFinite(new float[] {(float) scale, (float) shift}, "scale or shift");
        return shapes -> new Affine(Inputs.single(shapes, describe(scale, shift)), scale, shift);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(form.number("scale"), form.number("shift"));
    }

    private static String describe(double scale, double shift) {
        return "affine(" + scale + " x + " + shift + ")";
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        multiply(block, inputs[0], (float) shift, output);
    }

    private void multiply(Block block, float[] x, float summand, float[] y) {
        float factor = (float) scale;
        for (int i = 0; i < shape.size() * block.lanes(); i++) {
            y[i] = factor * x[i] + summand;
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        if (inputGradients[0] == outputGradient) {
            multiply(block, outputGradient, 0, outputGradient);
            return;
        }
        float factor = (float) scale;
        for (int i = 0; i < shape.size() * block.lanes(); i++) {
            inputGradients[0][i] += factor * outputGradient[i];
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        multiply(block, inputTangents[0], 0, outputTangent);
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int i = 0; i < shape.size(); i++) {
            double factor = (float) scale;
            outputLower[i] = factor * (factor > 0 ? lower : upper)[0][i] + (float) shift;
            outputUpper[i] = factor * (factor > 0 ? upper : lower)[0][i] + (float) shift;
        }
    }

    @Override
    public Optional<Passes> absolute() {
        return Optional.of(new Affine(shape, Math.abs(scale), 0));
    }

    @Override
    public boolean worksInPlace() {
        return true;
    }

    @Override
    public int roundings() {
        return 2;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("Affine").with("scale", scale).with("shift", shift));
    }

    @Override
    public String description() {
        return describe(scale, shift);
    }
}
