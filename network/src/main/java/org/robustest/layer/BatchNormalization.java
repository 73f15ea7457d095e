package org.robustest.layer;

import java.util.List;
import java.util.Optional;
import org.robustest.network.AffinePasses;
import org.robustest.network.Block;
import org.robustest.network.Layer;
import org.robustest.network.LayerForm;
import org.robustest.samples.Shape;

/**
 * Batch normalisation as in inference, {@code y = γ (x - μ) / √(σ² + ε) + β} for each channel (Ioffe and Szegedy, 2015). The
 * mean μ and the variance σ² are those collected in training; they are constants here.
 */
public final class BatchNormalization implements AffinePasses {

    private final Shape shape;
    private final Statistics statistics;
    private final int perChannel;

    private BatchNormalization(Shape shape, Statistics statistics) {
        this.shape = shape;
        this.statistics = statistics;
        this.perChannel = shape.size() / shape.dimension(0);
    }

    /**
     * Creates a layer.
     *
     * @param gamma the scales γ {@code [C]}; copied
     * @param beta the shifts β {@code [C]}; copied
     * @param mean the means μ {@code [C]}; copied
     * @param variance the variances σ² {@code [C]}, none negative; copied
     * @param epsilon what is added to the variances, so that the sums are positive
     * @return the layer; it takes one input {@code [C]}, {@code [C, L]} or {@code [C, H, W]}
     * @throws IllegalArgumentException if the arrays have not the same length, a number is not finite, or a variance with ε is
     *     not positive
     */
    public static Layer of(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
        Statistics statistics = new Statistics(gamma.clone(), beta.clone(), mean.clone(), variance.clone(), epsilon);
        String description = "batch normalisation(" + gamma.length + ")";
        return shapes -> {
            Shape shape = Inputs.single(shapes, description);
            if (shape.dimension(0) != gamma.length) {
                throw new IllegalArgumentException(
                        description + " needs an input of " + gamma.length + " channels, but got shape " + shape);
            }
            return new BatchNormalization(shape, statistics);
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
        return of(
                form.parameters(0), form.parameters(1), form.parameters(2), form.parameters(3), form.number("epsilon"));
    }

    /** The parameters, and the factor and the summand that they come to. */
    private static final class Statistics {
        private final float[] gamma;
        private final float[] beta;
        private final float[] mean;
        private final float[] variance;
        private final double epsilon;
        private final double[] reciprocalDeviations;
        private final float[] factors;
        private final float[] summands;

        Statistics(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
            this.gamma = gamma;
            this.beta = beta;
            this.mean = mean;
            this.variance = variance;
            this.epsilon = epsilon;
            requireValid();
            reciprocalDeviations = new double[gamma.length];
            factors = new float[gamma.length];
            summands = new float[gamma.length];
            for (int c = 0; c < gamma.length; c++) {
                reciprocalDeviations[c] = 1 / Math.sqrt(variance[c] + epsilon);
                factors[c] = (float) (gamma[c] * reciprocalDeviations[c]);
                summands[c] = (float) (beta[c] - gamma[c] * reciprocalDeviations[c] * mean[c]);
            }
        }

        private void requireValid() {
            if (gamma.length == 0
                    || beta.length != gamma.length
                    || mean.length != gamma.length
                    || variance.length != gamma.length) {
                throw new IllegalArgumentException(
                        "batch normalisation needs a scale, a shift, a mean and a variance for each channel, but there were "
                                + gamma.length + ", " + beta.length + ", " + mean.length + " and " + variance.length);
            }
            Parameters.requireFinite(gamma, "scale");
            Parameters.requireFinite(beta, "shift");
            Parameters.requireFinite(mean, "mean");
            Parameters.requireFinite(variance, "variance");
            for (int c = 0; c < variance.length; c++) {
                if (!(variance[c] >= 0 && variance[c] + epsilon > 0)) {
                    throw new IllegalArgumentException("every variance of batch normalisation must not be negative, and"
                            + " positive together with epsilon, but that of channel " + c + " was " + variance[c]
                            + ", and epsilon " + epsilon);
                }
            }
        }
    }

    @Override
    public Shape outputShape() {
        return shape;
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        int length = perChannel * block.lanes();
        for (int c = 0; c < statistics.factors.length; c++) {
            float factor = statistics.factors[c];
            float summand = statistics.summands[c];
            for (int i = c * length; i < (c + 1) * length; i++) {
                output[i] = factor * inputs[0][i] + summand;
            }
        }
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        int length = perChannel * block.lanes();
        if (inputGradients[0] == outputGradient) {
            RowScales.multiply(outputGradient, statistics.factors, outputGradient, length);
            return;
        }
        for (int c = 0; c < statistics.factors.length; c++) {
            float factor = statistics.factors[c];
            for (int i = c * length; i < (c + 1) * length; i++) {
                inputGradients[0][i] += factor * outputGradient[i];
            }
        }
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        RowScales.multiply(inputTangents[0], statistics.factors, outputTangent, perChannel * block.lanes());
    }

    @Override
    public List<float[]> parameters() {
        return List.of(statistics.gamma, statistics.beta);
    }

    @Override
    public BatchNormalization withParameters(List<float[]> parameters) {
        return new BatchNormalization(
                shape,
                new Statistics(
                        parameters.get(0).clone(),
                        parameters.get(1).clone(),
                        statistics.mean,
                        statistics.variance,
                        statistics.epsilon));
    }

    @Override
    public void parameterGradients(Block block, float[][] inputs, float[] outputGradient, float[][] gradients) {
        addScaleGradients(block, inputs[0], statistics.mean, outputGradient, gradients[0]);
        RowSums.add(outputGradient, statistics.gamma.length, perChannel * block.lanes(), gradients[1]);
    }

    @Override
    public void tangentParameterGradients(
            Block block, float[][] inputs, float[][] inputTangents, float[] outputGradient, float[][] gradients) {
        addScaleGradients(block, inputTangents[0], new float[statistics.gamma.length], outputGradient, gradients[0]);
    }

    private void addScaleGradients(Block block, float[] x, float[] centres, float[] outputGradient, float[] gradients) {
        int length = perChannel * block.lanes();
        for (int c = 0; c < gradients.length; c++) {
            double sum = 0;
            for (int i = c * length; i < (c + 1) * length; i++) {
                sum += ((double) x[i] - centres[c]) * outputGradient[i];
            }
            gradients[c] += (float) (sum * statistics.reciprocalDeviations[c]);
        }
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        for (int i = 0; i < shape.size(); i++) {
            double factor = statistics.factors[i / perChannel];
            double summand = statistics.summands[i / perChannel];
            outputLower[i] = factor * (factor > 0 ? lower : upper)[0][i] + summand;
            outputUpper[i] = factor * (factor > 0 ? upper : lower)[0][i] + summand;
        }
    }

    @Override
    public boolean worksInPlace() {
        return true;
    }

    @Override
    public int roundings() {
        return 4;
    }

    /** {@inheritDoc} The mean and the shift count by themselves, since they may be added one after the other. */
    @Override
    public void terms(double[][] magnitudes, double[] terms) {
        for (int i = 0; i < terms.length; i++) {
            int c = i / perChannel;
            double factor = Math.abs(statistics.gamma[c] * statistics.reciprocalDeviations[c]);
            terms[i] = factor * (magnitudes[0][i] + Math.abs(statistics.mean[c])) + Math.abs(statistics.beta[c]);
        }
    }

    @Override
    public Optional<LayerForm> form() {
        return Optional.of(LayerForm.of("BatchNormalization")
                .with("epsilon", statistics.epsilon)
                .withParameters(statistics.gamma, statistics.beta, statistics.mean, statistics.variance));
    }

    @Override
    public String description() {
        return "batch normalisation(" + statistics.gamma.length + ")";
    }
}
