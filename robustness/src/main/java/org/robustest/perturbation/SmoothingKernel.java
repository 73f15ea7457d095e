package org.robustest.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The weights by which noise is averaged over time.
 *
 * <p>Immutable. The absolute values of the weights add up to at most 1, so that averaged noise is nowhere larger than what it
 * was made from.
 */
public final class SmoothingKernel {

    /** The kernels of the smooth adversarial perturbation of Han et al., Nature Medicine 26 (2020) 360-363. */
    static final List<SmoothingKernel> SAP =
            List.of(gaussian(5, 1), gaussian(7, 3), gaussian(11, 5), gaussian(15, 7), gaussian(19, 10));

    /** What the sum is kept below 1 by, so that rounding cannot carry it beyond. */
    private static final double MARGIN = 1e-12;

    private final String text;
    private final double[] weights;

    private SmoothingKernel(String text, double[] weights) {
        this.text = text;
        this.weights = weights;
    }

    /**
     * Returns the weights {@code exp(-t² / 2σ²)} around the time t = 0, scaled so that they add up to 1.
     *
     * @param size the number of weights, odd
     * @param sigma the standard deviation σ, positive and finite, in values
     * @return the kernel
     * @throws IllegalArgumentException if the size is not a positive odd number, or σ is not positive and finite
     */
    public static SmoothingKernel gaussian(int size, double sigma) {
        requireOdd(size);
        if (!(sigma > 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException(
                    "sigma of a Gaussian kernel must be positive and finite, but it was " + sigma);
        }
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double time = (i - size / 2) / sigma;
            weights[i] = StrictMath.exp(-time * time / 2);
        }
        return new SmoothingKernel("gaussian(" + size + ", " + sigma + ")", scaled(weights, 1 / sizeOf(weights)));
    }

    /**
     * Returns a kernel of any weights.
     *
     * @param weights the weights, an odd number of them; the one in the middle is for the same time; copied
     * @return the kernel
     * @throws IllegalArgumentException if their number is even, or their absolute values add up to more than 1
     */
    public static SmoothingKernel of(double... weights) {
        requireOdd(weights.length);
        double size = sizeOf(weights);
        if (!(size <= 1 + MARGIN)) {
            throw new IllegalArgumentException(
                    "the absolute weights of a kernel must add up to at most 1, or noise could"
                            + " grow beyond its bound, but those of " + Arrays.toString(weights) + " add up to "
                            + size);
        }
        String text = Arrays.stream(weights).mapToObj(Double::toString).collect(Collectors.joining(", ", "of(", ")"));
        return new SmoothingKernel(text, weights.clone());
    }

    private static void requireOdd(int size) {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException(
                    "a kernel needs an odd number of weights, so that there is one in the middle," + " but it was "
                            + size);
        }
    }

    private static double sizeOf(double[] weights) {
        return Arrays.stream(weights).map(Math::abs).sum();
    }

    private static double[] scaled(double[] weights, double factor) {
        return Arrays.stream(weights).map(weight -> factor * weight).toArray();
    }

    /** Returns the weights of the mean of what the kernels give, slightly less than 1 in sum. */
    static double[] mean(List<SmoothingKernel> kernels) {
        int size =
                kernels.stream().mapToInt(kernel -> kernel.weights.length).max().orElseThrow();
        double[] sum = new double[size];
        for (SmoothingKernel kernel : kernels) {
            int start = (size - kernel.weights.length) / 2;
            for (int i = 0; i < kernel.weights.length; i++) {
                sum[start + i] += kernel.weights[i];
            }
        }
        return scaled(sum, (1 - 2 * MARGIN) / kernels.size());
    }

    /** Returns the expression that makes the kernel, such as {@code gaussian(5, 1.0)}. */
    @Override
    public String toString() {
        return text;
    }
}
