package org.robustest.reference.synthetic;

import java.util.SplittableRandom;

/**
 * R-R intervals that vary with the two rhythms of a resting heart.
 *
 * <p>Their power spectrum is that of McSharry et al., equation (4): a Gaussian around 0.1 Hz (Mayer waves) and one around
 * 0.25 Hz (breathing), both with standard deviation 0.01 Hz, the first with half the power of the second. The process is
 * the sum of cosines with that spectrum and random phases, so it repeats after 500 s.
 */
final class HeartRateVariability {

    static final double LOW_FREQUENCY = 0.1;
    static final double HIGH_FREQUENCY = 0.25;
    static final double LOW_TO_HIGH = 0.5;

    private static final double DEVIATION = 0.01;
    private static final double SPACING = 0.002;
    private static final int COSINES = 200;

    private final double mean;
    private final double[] amplitudes = new double[COSINES];
    private final double[] phases = new double[COSINES];

    /** Creates a process of R-R intervals, mean and standard deviation in seconds. */
    HeartRateVariability(double mean, double standardDeviation, SplittableRandom random) {
        this.mean = mean;
        double power = 0;
        for (int k = 0; k < COSINES; k++) {
            double density =
                    LOW_TO_HIGH * gaussian(frequency(k) - LOW_FREQUENCY) + gaussian(frequency(k) - HIGH_FREQUENCY);
            amplitudes[k] = Math.sqrt(density);
            phases[k] = 2 * Math.PI * random.nextDouble();
            power += density / 2;
        }
        for (int k = 0; k < COSINES; k++) {
            amplitudes[k] *= standardDeviation / Math.sqrt(power);
        }
    }

    /** Returns the length of a normal R-R interval that begins at a time, both in seconds. */
    double intervalAt(double time) {
        double interval = mean;
        for (int k = 0; k < COSINES; k++) {
            interval += amplitudes[k] * Math.cos(2 * Math.PI * frequency(k) * time + phases[k]);
        }
        return interval;
    }

    private static double frequency(int k) {
        return SPACING * k;
    }

    private static double gaussian(double distance) {
        return Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
    }
}
