package org.robustest.reference.synthetic;

/**
 * The slow drift of the baseline with breathing: the term z₀ of the dynamical model.
 *
 * <p>The model follows z₀ with a time constant of 1 s, so it is driven harder than it is meant to answer.
 *
 * @param amplitude the amplitude that the drift has in the ECG, in units of z
 */
record BaselineWander(double amplitude) {

    private static final double ANGULAR_FREQUENCY = 2 * Math.PI * HeartRateVariability.HIGH_FREQUENCY;

    /** Returns z₀ at a time in seconds: {@code A √(1 + w²) sin(wt)}. */
    double drivingAt(double time) {
        return amplitude * Math.sqrt(1 + ANGULAR_FREQUENCY * ANGULAR_FREQUENCY) * Math.sin(ANGULAR_FREQUENCY * time);
    }

    /** Returns what z is at a time once it has settled: {@code A sin(wt − atan w)}. */
    double settledAt(double time) {
        return amplitude * Math.sin(ANGULAR_FREQUENCY * time - Math.atan(ANGULAR_FREQUENCY));
    }
}
