package org.robustest.layer;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** A sum of the inputs, each multiplied by a number: their sum, difference or average. */
public final class LinearCombination implements AffinePasses {

    private final Shape shape;
    private final float[] coefficients;

    private LinearCombination(Shape shape, float[] coefficients) {
        this.shape = shape;
        this.coefficients = coefficients;
    }

    /**
     * Creates a layer.
     *
     * @param coefficients what each input is multiplied by, at least one number: (1, 1) for a sum, (1, -1) for a difference;
     *     finite
     * @return the layer; it takes as many inputs as there are coefficients, all of one shape
     * @throws IllegalArgumentException if there is no coefficient, or one is not finite
     */
    public static Layer of(double... coefficients) {
        float[] factors = new float[coefficients.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = (float) coefficients[i];
        }
        if (factors.length == 0) {
            throw new IllegalArgumentException("a linear combination needs at least one coefficient");
        }
        Parameters.requireFinite(factors, "coefficient");
        return shapes -> new LinearCombination(Inputs.alike(shapes, factors.length, describe(factors)), factors);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(Arrays.stream(form.text("coefficients").split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray());
    }

    private static String describe(float[] coefficients) {
        return "linear combination(" + words(coefficients) + ")";
    }

    private static String words(float[] coefficients) {
        return IntStream.range(0, coefficients.length)
                .mapToObj(i -> Float.toString(coefficients[i]))
                .collect(Collectors.joining(","));
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        int count = shape.size() * block.lanes();
        scale(inputs[0], coefficients[0], output, count);
        for (int n = 1; n < coefficients.length; n++) {
            add(inputs[n], coefficients[n], output, count);
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        int count = shape.size() * block.lanes();
        for (int n = coefficients.length - 1; n >= 0; n--) {
            if (inputGradients[n] == outputGradient) {
                scale(outputGradient, coefficients[n], outputGradient, count);
            } else {
                add(outputGradient, coefficients[n], inputGradients[n], count);
            }
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        forward(block, inputTangents, outputTangent);
    }

    private static void scale(float[] x, float factor, float[] y, int count) {
        if (factor != 1) {
            for (int i = 0; i < count; i++) {
                y[i] = factor * x[i];
            }
        } else if (x != y) {
            System.arraycopy(x, 0, y, 0, count);
        }
    }

    private static void add(float[] x, float factor, float[] y, int count) {
        if (factor == 1) {
            for (int i = 0; i < count; i++) {
                y[i] += x[i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                y[i] += factor * x[i];
            }
        }
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        Arrays.fill(outputLower, 0);
        Arrays.fill(outputUpper, 0);
        for (int n = 0; n < coefficients.length; n++) {
            double factor = coefficients[n];
            for (int i = 0; i < shape.size(); i++) {
                outputLower[i] += factor * (factor > 0 ? lower : upper)[n][i];
                outputUpper[i] += factor * (factor > 0 ? upper : lower)[n][i];
            }
        }
    }

    @Override
    public Optional<Passes> absolute() {
        float[] absolute = coefficients.clone();
        for (int n = 0; n < absolute.length; n++) {
            absolute[n] = Math.abs(absolute[n]);
        }
        return Optional.of(new LinearCombination(shape, absolute));
    }

    @Override
    public boolean worksInPlace() {
        return true;
    }

    @Override
    public int roundings() {
        return coefficients.length + 1;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("LinearCombination").with("coefficients", words(coefficients)));
    }

    @Override
    public String description() {
        return describe(coefficients);
    }
}
