package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import org.robustest.samples.Shape;

/** For an affine layer {@code A(θ) x + b} with {@code |A(θ)| = A(|θ|)}: the layer {@code |A(θ)| x}. */
final class AbsolutePasses implements AffinePasses {

    private final List<float[]> parameters;
    private final Passes inner;

    private AbsolutePasses(List<float[]> parameters, Passes inner) {
        this.parameters = parameters;
        this.inner = inner;
    }

    static AbsolutePasses of(Passes affine) {
        List<float[]> parameters = affine.parameters();
        return new AbsolutePasses(parameters, affine.withParameters(absolute(parameters)));
    }

    private static List<float[]> absolute(List<float[]> parameters) {
        return parameters.stream()
                .map(parameter -> {
                    float[] absolute = parameter.clone();
                    for (int i = 0; i < absolute.length; i++) {
                        absolute[i] = Math.abs(absolute[i]);
                    }
                    return absolute;
                })
                .toList();
    }

    @Override
    public Shape outputShape() {
        return inner.outputShape();
    }

    @Override
    public void forward(Block block, float[][] inputs, float[] output) {
        inner.tangent(block, inputs, output, inputs, output);
    }

    @Override
    public void backward(
            Block block, float[][] inputs, float[] output, float[] outputGradient, float[][] inputGradients) {
        inner.backward(block, inputs, output, outputGradient, inputGradients);
    }

    @Override
    public void tangent(Block block, float[][] inputs, float[] output, float[][] inputTangents, float[] outputTangent) {
        inner.tangent(block, inputs, output, inputTangents, outputTangent);
    }

    @Override
    public List<float[]> parameters() {
        return parameters;
    }

    @Override
    public AbsolutePasses withParameters(List<float[]> newParameters) {
        return new AbsolutePasses(
                newParameters.stream().map(float[]::clone).toList(), inner.withParameters(absolute(newParameters)));
    }

    @Override
    public void parameterGradients(Block block, float[][] inputs, float[] outputGradient, float[][] gradients) {
        float[][] ofAbsolute = Arrays.stream(gradients)
                .map(gradient -> new float[gradient.length])
                .toArray(float[][]::new);
        inner.tangentParameterGradients(block, inputs, inputs, outputGradient, ofAbsolute);
        for (int p = 0; p < gradients.length; p++) {
            for (int i = 0; i < gradients[p].length; i++) {
                gradients[p][i] += Math.signum(parameters.get(p)[i]) * ofAbsolute[p][i];
            }
        }
    }

    @Override
    public void tangentParameterGradients(
            Block block, float[][] inputs, float[][] inputTangents, float[] outputGradient, float[][] gradients) {
        parameterGradients(block, inputTangents, outputGradient, gradients);
    }

    @Override
    public void bounds(double[][] lower, double[][] upper, double[] outputLower, double[] outputUpper) {
        double[][] zero =
                Arrays.stream(lower).map(values -> new double[values.length]).toArray(double[][]::new);
        double[] shift = new double[outputLower.length];
        inner.bounds(zero, zero, shift, new double[shift.length]);
        inner.bounds(lower, upper, outputLower, outputUpper);
        for (int i = 0; i < shift.length; i++) {
            outputLower[i] -= shift[i];
            outputUpper[i] -= shift[i];
        }
    }

    @Override
    public int roundings() {
        return inner.roundings();
    }

    @Override
    public String description() {
        return "absolute " + inner.description();
    }
}
