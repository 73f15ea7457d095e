package org.robustest.layer;

import java.util.Optional;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.network.Passes;
import org.robustest.samples.Shape;

/** All values of a sample divided by their L2 norm: {@code y = x / max(‖x‖₂, ε)}. */
public final class L2Normalization implements Passes {

    private final Shape shape;
    private final double epsilon;

    private L2Normalization(Shape shape, double epsilon) {
        this.shape = shape;
        this.epsilon = epsilon;
    }

    /**
     * Creates a layer.
     *
     * @param epsilon the least number to divide by, positive
     * @return the layer; it takes one input of any shape
     * @throws IllegalArgumentException if ε is not positive
     */
    public static Layer of(double epsilon) {
        if (!(epsilon > 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException(
                    "the epsilon of L2 normalisation must be positive and finite, but it was " + epsilon);
        }
        return shapes -> new L2Normalization(Inputs.single(shapes, "L2 normalisation"), epsilon);
    }

    /**
     * Creates a layer from its form.
     *
     * @param form the form, as {@link #form()} gives it
     * @return the layer
     * @throws IllegalArgumentException if it is not the form of such a layer
     */
    public static Layer of(LayerForm form) {
        return of(form.number("epsilon"));
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        int lanes = block.lanes();
        for (int lane = 0; lane < lanes; lane++) {
            double divisor = Math.max(Math.sqrt(dot(inputs[0], inputs[0], lane, lanes)), epsilon);
            for (int i = lane; i < shape.size() * lanes; i += lanes) {
                output[i] = (float) (inputs[0][i] / divisor);
            }
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        addProjection(block, inputs[0], outputGradient, inputGradients[0]);
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        block.fill(outputTangent, 0, shape.size(), 0);
        addProjection(block, inputs[0], inputTangents[0], outputTangent);
    }

    /** Adds {@code (v - x (x·v) / ‖x‖²) / ‖x‖}: the Jacobian is symmetric. */
    private void addProjection(Block block, float[] x, float[] v, float[] target) {
        int lanes = block.lanes();
        for (int lane = 0; lane < lanes; lane++) {
            double square = dot(x, x, lane, lanes);
            double norm = Math.sqrt(square);
            double alongInput = norm > epsilon ? dot(x, v, lane, lanes) / square : 0;
            double divisor = Math.max(norm, epsilon);
            for (int i = lane; i < shape.size() * lanes; i += lanes) {
                target[i] += (float) ((v[i] - alongInput * x[i]) / divisor);
            }
        }
    }

    /**
     * {@inheritDoc} With {@code n = ‖x‖}, {@code gᵀJt = (g·t)/n - (g·x)(t·x)/n³}, whose gradient is {@code -(g·t) x/n³ - (g
     * (t·x) + t (g·x))/n³ + 3 (g·x)(t·x) x/n⁵}.
     */
    @Override
    public void curvature(
            Block block,
            float[][] inputs,
            float[] output,
            float[][] inputTangents,
            float[] outputGradient,
            float[][] inputGradients) {
        int lanes = block.lanes();
        float[] x = inputs[0];
        float[] t = inputTangents[0];
        for (int lane = 0; lane < lanes; lane++) {
            double square = dot(x, x, lane, lanes);
            double norm = Math.sqrt(square);
            if (norm <= epsilon) {
                continue;
            }
            double gt = dot(outputGradient, t, lane, lanes);
            double gx = dot(outputGradient, x, lane, lanes);
            double tx = dot(t, x, lane, lanes);
            double cube = square * norm;
            for (int i = lane; i < shape.size() * lanes; i += lanes) {
                double alongInput = (3 * gx * tx / square - gt) * x[i];
                inputGradients[0][i] += (float) ((alongInput - tx * outputGradient[i] - gx * t[i]) / cube);
            }
        }
    }

    private double dot(float[] a, float[] b, int lane, int lanes) {
        double sum = 0;
        for (int i = lane; i < shape.size() * lanes; i += lanes) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        double leastSquare = 0;
        double greatestSquare = 0;
        for (int i = 0; i < shape.size(); i++) {
            double low = lower[0][i];
            double high = upper[0][i];
            double nearest = Math.max(0, Math.max(low, -high));
            double farthest = Math.max(Math.abs(low), Math.abs(high));
            leastSquare += nearest * nearest;
            greatestSquare += farthest * farthest;
        }
        double least = Math.max(Math.sqrt(leastSquare), epsilon);
        double greatest = Math.max(Math.sqrt(greatestSquare), epsilon);
        for (int i = 0; i < shape.size(); i++) {
            double low = lower[0][i];
            double high = upper[0][i];
            outputLower[i] = Math.max(-1, low / (low < 0 ? least : greatest));
            outputUpper[i] = Math.min(1, high / (high > 0 ? least : greatest));
        }
    }

    @Override
    public boolean needsOutputToGoBack() {
        return false;
    }

    @Override
    public int roundings() {
        return shape.size() + 4;
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("L2Normalization").with("epsilon", epsilon));
    }

    @Override
    public String description() {
        return "L2 normalisation(" + shape.size() + ")";
    }
}
