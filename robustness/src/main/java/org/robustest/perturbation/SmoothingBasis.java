package org.robustest.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.robustest.samples.Shape;

/**
 * Noise that is averaged over time, in each channel by itself: {@code change(t) = Σ_j weights[j] * θ(t + middle - j)}, where θ
 * is 0 beyond both ends of the input.
 */
final class SmoothingBasis implements Basis {

    private final Shape shape;
    private final Signal signal;
    private final double[] weights;
    private final double[] reversed;

    private SmoothingBasis(Shape shape, double[] weights) {
        this.shape = shape;
        this.signal = Signal.of(shape, "smooth noise");
        this.weights = weights;
        this.reversed = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            reversed[i] = weights[weights.length - 1 - i];
        }
    }

    static DistortionSet set(double epsilon) {
        return set("smooth(" + epsilon(epsilon) + ")", epsilon, SmoothingKernel.SAP);
    }

    static DistortionSet set(double epsilon, List<SmoothingKernel> kernels) {
        if (kernels.isEmpty()) {
            throw new IllegalArgumentException("smooth noise needs at least one kernel, but there was none");
        }
        String names = kernels.stream().map(SmoothingKernel::toString).collect(Collectors.joining(", "));
        return set("smooth(" + epsilon(epsilon) + ", " + names + ")", epsilon, kernels);
    }

    private static String epsilon(double epsilon) {
        return Epsilon.text(Epsilon.requireValid(epsilon));
    }

    private static DistortionSet set(String text, double epsilon, List<SmoothingKernel> kernels) {
        double[] weights = SmoothingKernel.mean(kernels);
        return DistortionSet.linear(text, Norm.LINF, epsilon, sample -> new SmoothingBasis(sample.shape(), weights));
    }

    @Override
    public Shape parameters() {
        return shape;
    }

    @Override
    public void apply(double[] parameters, double[] changes) {
        spread(parameters, weights, changes);
    }

    @Override
    public void applyTransposed(double[] values, double[] pulled) {
        spread(values, reversed, pulled);
    }

    /** Adds every value, weighted, to the times around it. */
    private void spread(double[] values, double[] kernel, double[] sums) {
        Arrays.fill(sums, 0);
        int middle = kernel.length / 2;
        for (int start = 0; start < values.length; start += signal.length()) {
            for (int time = 0; time < signal.length(); time++) {
                double value = values[start + time];
                int last = Math.min(signal.length() - 1, time + middle);
                for (int other = Math.max(0, time - middle); other <= last && value != 0; other++) {
                    sums[start + other] += kernel[other - time + middle] * value;
                }
            }
        }
    }
}
