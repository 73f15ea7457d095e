package org.robustest.perturbation;

import java.util.Arrays;
import org.robustest.samples.Shape;

/** Noise that is a sum of few waves of given frequencies, whose amplitudes and phases are free. */
final class WaveBasis implements Basis {

    /** Breathing and slow movement of the electrodes, in Hz. */
    private static final double[] WANDER = {0.1, 0.2, 0.3, 0.4, 0.5};

    private final Signal signal;
    private final double[][] waves;
    private final boolean areShared;

    private WaveBasis(Signal signal, double[][] waves, boolean areShared) {
        this.signal = signal;
        this.waves = waves;
        this.areShared = areShared;
    }

    /** A wave {@code a cos + b sin} with |a|, |b| <= 1 is at most √2; scaled by that and their number, the waves keep to the amplitude. */
    static DistortionSet baselineWander(double amplitude, double samplingRate) {
        Epsilon.requireValid(amplitude, "amplitude of baseline wander");
        requireHeard(WANDER[WANDER.length - 1], samplingRate, "baseline wander");
        String text = "baselineWander(" + Epsilon.text(amplitude) + ", " + Epsilon.text(samplingRate) + ")";
        double scale = 1 / (Math.sqrt(2) * WANDER.length);
        return DistortionSet.linear(text, Norm.LINF, amplitude, sample -> {
            Signal signal = Signal.of(sample.shape(), "baseline wander");
            return new WaveBasis(signal, waves(signal, samplingRate, scale, WANDER), false);
        });
    }

    /** The mains reach all leads with one phase; {@code a² + b² <= amplitude²} is all amplitudes and phases. */
    static DistortionSet powerLine(double amplitude, double mainsHz, double samplingRate) {
        Epsilon.requireValid(amplitude, "amplitude of power line noise");
        requireHeard(mainsHz, samplingRate, "power line noise");
        String text = "powerLine(" + Epsilon.text(amplitude) + ", " + Epsilon.text(mainsHz) + ", "
                + Epsilon.text(samplingRate) + ")";
        return DistortionSet.linear(text, Norm.L2, amplitude, sample -> {
            Signal signal = Signal.of(sample.shape(), "power line noise");
            return new WaveBasis(signal, waves(signal, samplingRate, 1, mainsHz), true);
        });
    }

    private static void requireHeard(double frequency, double samplingRate, String noise) {
        Band.requireRate(samplingRate);
        if (!(frequency > 0 && frequency <= samplingRate / 2)) {
            throw new IllegalArgumentException(
                    noise + " has a frequency of " + frequency + " Hz, but a signal sampled at " + samplingRate
                            + " Hz holds those above 0 and up to " + samplingRate / 2 + " Hz");
        }
    }

    private static double[][] waves(Signal signal, double samplingRate, double scale, double... frequencies) {
        double[][] waves = new double[2 * frequencies.length][signal.length()];
        for (int i = 0; i < frequencies.length; i++) {
            for (int t = 0; t < signal.length(); t++) {
                double angle = 2 * Math.PI * frequencies[i] * t / samplingRate;
                waves[2 * i][t] = scale * StrictMath.cos(angle);
                waves[2 * i + 1][t] = scale * StrictMath.sin(angle);
            }
        }
        return waves;
    }

    @Override
    public Shape parameters() {
        return areShared ? Shape.of(waves.length) : Shape.of(signal.channels(), waves.length);
    }

    @Override
    public void apply(double[] parameters, double[] changes) {
        for (int i = 0; i < changes.length; i++) {
            int first = firstParameter(i);
            double sum = 0;
            for (int wave = 0; wave < waves.length; wave++) {
                sum += parameters[first + wave] * waves[wave][i % signal.length()];
            }
            changes[i] = sum;
        }
    }

    @Override
    public void applyTransposed(double[] weights, double[] pulled) {
        Arrays.fill(pulled, 0);
        for (int i = 0; i < weights.length; i++) {
            int first = firstParameter(i);
            for (int wave = 0; wave < waves.length && weights[i] != 0; wave++) {
                pulled[first + wave] += weights[i] * waves[wave][i % signal.length()];
            }
        }
    }

    private int firstParameter(int index) {
        return areShared ? 0 : index / signal.length() * waves.length;
    }
}
