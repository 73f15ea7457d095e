package org.robustest.layer;

import java.util.Optional;
import java.util.OptionalDouble;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.LinearRows;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** A layer that applies one function of one value to every value. */
public final class Activation implements Passes {

    private final Shape shape;
    private final ActivationFunction function;

    private Activation(Shape shape, ActivationFunction function) {
        this.shape = shape;
        this.function = function;
    }

    /**
     * Creates a layer that applies a function.
     *
     * @param function the function
     * @return the layer; it takes one input of any shape
     */
    public static Layer of(ActivationFunction function) {
        return inputs -> new Activation(Inputs.single(inputs, function.description()), function);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(Activations.named(form.text("function")));
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        function.apply(inputs[0], output, count(block));
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        int count = count(block);
        if (inputGradients[0] == outputGradient) {
            function.multiplyByDerivative(inputs[0], output, outputGradient, outputGradient, count);
        } else {
            float[] products = block.scratch(0, shape.size());
            function.multiplyByDerivative(inputs[0], output, outputGradient, products, count);
            for (int i = 0; i < count; i++) {
                inputGradients[0][i] += products[i];
            }
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        function.multiplyByDerivative(inputs[0], output, inputTangents[0], outputTangent, count(block));
    }

    @Override
    public void curvature(
            Block block,
            float[][] inputs,
            float[] output,
            float[][] inputTangents,
            float[] outputGradient,
            float[][] inputGradients) {
        if (function.isPiecewiseLinear()) {
            return;
        }
        for (int i = 0; i < count(block); i++) {
            inputGradients[0][i] +=
                    (float) (function.secondDerivative(inputs[0][i]) * inputTangents[0][i] * outputGradient[i]);
        }
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int i = 0; i < shape.size(); i++) {
            outputLower[i] = function.least(lower[0][i], upper[0][i]);
            outputUpper[i] = function.greatest(lower[0][i], upper[0][i]);
        }
    }

    @Override
    public boolean isIncreasing() {
        return function.isIncreasing();
    }

    @Override
    public boolean worksInPlace() {
        return function.isKnownByOutput();
    }

    @Override
    public boolean needsInputsToGoBack() {
        return !function.isKnownByOutput();
    }

    @Override
    public boolean needsOutputToGoBack() {
        return function.isKnownByOutput();
    }

    @Override
    public int roundings() {
        return function.roundings();
    }

    /** {@inheritDoc} A smooth function is off by some units in the last place of its value or of 1, whichever is larger. */
    @Override
    public void terms(double[][] magnitudes, double[] terms) {
        for (int i = 0; i < terms.length; i++) {
            double low = function.least(-magnitudes[0][i], magnitudes[0][i]);
            double high = function.greatest(-magnitudes[0][i], magnitudes[0][i]);
            terms[i] = Math.max(Math.abs(low), Math.abs(high)) + (function.isPiecewiseLinear() ? 0 : 1);
        }
    }

    @Override
    public void relax(
            LinearRows rows,
            double[][] lower,
            double[][] upper,
            float[] outputCoefficients,
            float[][] inputCoefficients) {
        for (int i = 0; i < shape.size(); i++) {
            Lines lines = function.lines(lower[0][i], upper[0][i]);
            double magnitude = Math.max(Math.abs(lower[0][i]), Math.abs(upper[0][i]));
            rows.addSlopes(
                    outputCoefficients, i, lines.slopeBelow(), lines.slopeAbove(), inputCoefficients[0], i, magnitude);
            rows.addConstants(outputCoefficients, i, lines.below(), lines.above());
        }
    }

    @Override
    public boolean gainsFromCloserBounds(double low, double high) {
        return !function.lines(low, high).coincide();
    }

    @Override
    public OptionalDouble slopeBelowZero() {
        return function.slopeBelowZero();
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("Activation").with("function", function.description()));
    }

    @Override
    public String description() {
        return function.description();
    }

    private int count(Block block) {
        return shape.size() * block.lanes();
    }
}
