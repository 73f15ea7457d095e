package org.robustest.perturbation;

/** Convolutions and spectra by their definitions. */
public final class NaiveNoise {

    private static final int[] SIZES = {5, 7, 11, 15, 19};
    private static final double[] SIGMAS = {1, 3, 5, 7, 10};

    private NaiveNoise() {}

    /** Returns the mean over five Gaussian kernels of what noise becomes when it is convolved with them, zero-padded. */
    public static double[] smooth(double[] noise) {
        double[] mean = new double[noise.length];
        for (int k = 0; k < SIZES.length; k++) {
            int half = SIZES[k] / 2;
            double total = 0;
            for (int j = -half; j <= half; j++) {
                total += Math.exp(-j * j / (2 * SIGMAS[k] * SIGMAS[k]));
            }
            for (int t = 0; t < noise.length; t++) {
                for (int j = -half; j <= half; j++) {
                    if (t - j >= 0 && t - j < noise.length) {
                        mean[t] += noise[t - j] * Math.exp(-j * j / (2 * SIGMAS[k] * SIGMAS[k])) / total / SIZES.length;
                    }
                }
            }
        }
        return mean;
    }

    /** Returns the squared length of the part of a signal whose frequency is k / L a value, by a discrete Fourier transform. */
    public static double energy(double[] signal, int k) {
        double real = 0;
        double imaginary = 0;
        for (int t = 0; t < signal.length; t++) {
            real += signal[t] * Math.cos(2 * Math.PI * k * t / signal.length);
            imaginary += signal[t] * Math.sin(2 * Math.PI * k * t / signal.length);
        }
        boolean isItsOwnMirror = k == 0 || 2 * k == signal.length;
        return (isItsOwnMirror ? 1.0 : 2.0) * (real * real + imaginary * imaginary) / signal.length;
    }
}
