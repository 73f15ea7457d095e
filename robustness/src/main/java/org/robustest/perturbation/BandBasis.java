package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.samples.Shape;

/**
 * Noise whose discrete spectrum lies in a band, in each channel by itself: its parameters are the coefficients of sines and
 * cosines that are orthogonal to each other and all of the same length.
 */
final class BandBasis implements Basis {

    private final Signal signal;
    private final int first;
    private final double[] factors;

    /** The cosine and the sine of 2π m / L for the m from 0 to L - 1. */
    private final double[] cosines;

    private final double[] sines;

    /** Creates the basis of the frequencies from {@code first / L} to {@code last / L} a value, each wave of length {@code scale}. */
    private BandBasis(Signal signal, int first, int last, double scale) {
        this.signal = signal;
        this.first = first;
        int length = signal.length();
        this.factors = new double[last - first + 1];
        for (int wave = first; wave <= last; wave++) {
            // The mean square of a wave is 1/2, but that of a constant or an alternation is 1.
            boolean isReal = wave == 0 || 2 * wave == length;
            factors[wave - first] = scale * Math.sqrt((isReal ? 1.0 : 2.0) / length);
        }
        this.cosines = new double[length];
        this.sines = new double[length];
        for (int m = 0; m < length; m++) {
            cosines[m] = StrictMath.cos(2 * Math.PI * m / length);
            sines[m] = StrictMath.sin(2 * Math.PI * m / length);
        }
    }

    static DistortionSet set(double epsilon, Band band) {
        String text = "bandLimited(" + Epsilon.text(Epsilon.requireValid(epsilon)) + ", " + band + ")";
        return DistortionSet.linear(text, Norm.L2, epsilon, sample -> of(sample.shape(), band, 1));
    }

    /** Bounds the root of the mean square, which is the Euclidean length divided by the root of the number of values. */
    static DistortionSet muscleNoise(double rootMeanSquare, double samplingRate) {
        Epsilon.requireValid(rootMeanSquare, "root mean square of muscle noise");
        Band band = new Band(20, Math.min(100, samplingRate / 2), samplingRate);
        String text = "muscleNoise(" + Epsilon.text(rootMeanSquare) + ", " + Epsilon.text(samplingRate) + ")";
        return DistortionSet.linear(
                text,
                Norm.L2,
                rootMeanSquare,
                sample -> of(sample.shape(), band, Math.sqrt(sample.shape().size())));
    }

    private static BandBasis of(Shape shape, Band band, double scale) {
        Signal signal = Signal.of(shape, "band-limited noise");
        int first = band.firstMultiple(signal.length());
        int last = band.lastMultiple(signal.length());
        if (first > last) {
            throw new IllegalArgumentException(
                    "no frequency of an input of " + signal.length() + " values lies between "
                            + band.lowHz() + " and " + band.highHz() + " Hz: at " + band.samplingRate()
                            + " Hz they are the multiples of " + band.samplingRate() / signal.length()
                            + " Hz; widen the band, or test longer inputs");
        }
        return new BandBasis(signal, first, last, scale);
    }

    /** A cosine and a sine for each frequency, though one of the two has no values at the lowest and the highest of all. */
    @Override
    public Shape parameters() {
        return Shape.of(signal.channels(), 2 * factors.length);
    }

    @Override
    public void apply(double[] parameters, double[] changes) {
        for (int i = 0; i < changes.length; i++) {
            int time = i % signal.length();
            int parameter = i / signal.length() * 2 * factors.length;
            double sum = 0;
            for (int wave = 0, m = start(time); wave < factors.length; wave++, m = next(m, time)) {
                sum += factors[wave] * (parameters[parameter] * cosines[m] + parameters[parameter + 1] * sines[m]);
                parameter += 2;
            }
            changes[i] = sum;
        }
    }

    @Override
    public void applyTransposed(double[] weights, double[] pulled) {
        Arrays.fill(pulled, 0);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                int time = i % signal.length();
                int parameter = i / signal.length() * 2 * factors.length;
                for (int wave = 0, m = start(time); wave < factors.length; wave++, m = next(m, time)) {
                    double weight = factors[wave] * weights[i];
                    pulled[parameter] += weight * cosines[m];
                    pulled[parameter + 1] += weight * sines[m];
                    parameter += 2;
                }
            }
        }
    }

    /** Returns the place in the tables of the first wave: {@code first * time} modulo the length. */
    private int start(int time) {
        return (int) ((long) first * time % signal.length());
    }

    private int next(int m, int time) {
        int sum = m + time;
        return sum >= signal.length() ? sum - signal.length() : sum;
    }
}
