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

    private SmoothingBasis(Shape shape, double[] weights) {
        this.shape = shape;
        this.signal = Signal.of(shape, "smooth noise");
        this.weights = weights;
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
        convolve(parameters, changes, 1);
    }

    @Override
    public void applyTransposed(double[] values, double[] pulled) {
        convolve(values, pulled, -1);
    }

    /** Spreads every value over the times around it, forwards in time for sign 1, and backwards for -1. */
    private void convolve(double[] values, double[] sums, int sign) {
        int middle = weights.length / 2;
        Arrays.fill(sums, 0);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                int start = i - i % signal.length();
                for (int j = 0; j < weights.length; j++) {
                    int time = i % signal.length() + sign * (j - middle);
                    if (time >= 0 && time < signal.length()) {
                        sums[start + time] += weights[j] * values[i];
                    }
                }
            }
        }
    }
}
