package org.robustest.layer;

import java.util.List;
import java.util.Optional;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** The inputs multiplied with one another, value by value. */
public final class Product implements Passes {

    private final Shape shape;
    private final int inputCount;

    private Product(List<Shape> shapes) {
        this.shape = Inputs.alike(shapes, "a product");
        this.inputCount = shapes.size();
    }

    /**
     * Creates a layer.
     *
     * @return the layer; it takes one input or more, all of one shape
     */
    public static Layer of() {
        return Product::new;
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
        for (int i = 0; i < count(block); i++) {
            output[i] = productWithout(inputs, i, -1, -1);
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        for (int n = 0; n < inputCount; n++) {
            for (int i = 0; i < count(block); i++) {
                inputGradients[n][i] += outputGradient[i] * productWithout(inputs, i, n, -1);
            }
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        for (int i = 0; i < count(block); i++) {
            float sum = 0;
            for (int n = 0; n < inputCount; n++) {
                sum += inputTangents[n][i] * productWithout(inputs, i, n, -1);
            }
            outputTangent[i] = sum;
        }
    }

    @Override
    public void curvature(
            Block block,
            float[][] inputs,
            float[] output,
            float[][] inputTangents,
            float[] outputGradient,
            float[][] inputGradients) {
        for (int n = 0; n < inputCount; n++) {
            for (int other = 0; other < inputCount; other++) {
                for (int i = 0; other != n && i < count(block); i++) {
                    inputGradients[n][i] +=
                            outputGradient[i] * inputTangents[other][i] * productWithout(inputs, i, n, other);
                }
            }
        }
    }

    private static float productWithout(float[][] inputs, int i, int first, int second) {
        float product = 1;
        for (int n = 0; n < inputs.length; n++) {
            if (n != first && n != second) {
                product *= inputs[n][i];
            }
        }
        return product;
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int i = 0; i < shape.size(); i++) {
            double low = lower[0][i];
            double high = upper[0][i];
            for (int n = 1; n < inputCount; n++) {
                double a = low * lower[n][i];
                double b = low * upper[n][i];
                double c = high * lower[n][i];
                double d = high * upper[n][i];
                low = Math.min(Math.min(a, b), Math.min(c, d));
                high = Math.max(Math.max(a, b), Math.max(c, d));
            }
            outputLower[i] = low;
            outputUpper[i] = high;
        }
    }

    /**
     * {@inheritDoc} With what is lost, in units of the least normal float, where a product of the first inputs underflows; infinite
     * where one may overflow, though the product of all does not.
     */
    @Override
    public void terms(double[][] magnitudes, double[] terms) {
        for (int i = 0; i < terms.length; i++) {
            double product = 1;
            double largest = 0;
            double lost = 0;
            for (double[] magnitude : magnitudes) {
                product *= magnitude[i];
                largest = Math.max(largest, product);
                lost = lost * magnitude[i] + Float.MIN_NORMAL;
            }
            terms[i] = largest <= Float.MAX_VALUE ? product + lost : Double.POSITIVE_INFINITY;
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
    public int roundings() {
        return inputCount;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("Product"));
    }

    @Override
    public String description() {
        return "product";
    }
}
