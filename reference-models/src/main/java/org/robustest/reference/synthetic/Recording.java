package org.robustest.reference.synthetic;

import java.util.List;

/**
 * How a heart is listened to.
 *
 * @param samplingFrequency samples a second, in Hz
 * @param leads the leads
 * @param whiteNoise the standard deviation of the noise, in mV
 * @param baselineWander the amplitude of the wandering baseline, in mV
 */
record Recording(double samplingFrequency, List<EcgLead> leads, double whiteNoise, double baselineWander) {

    static final Recording DEFAULT = new Recording(360, List.of(EcgLead.II), 0, 0);

    private static final double LOWEST_FREQUENCY = 50;
    private static final double HIGHEST_FREQUENCY = 10_000;
    private static final double LARGEST_DISTURBANCE = 1_000;

    Recording {
        Ranges.require(samplingFrequency, LOWEST_FREQUENCY, HIGHEST_FREQUENCY, "the sampling frequency in Hz");
        Ranges.require(whiteNoise, 0, LARGEST_DISTURBANCE, "the standard deviation of the noise in mV");
        Ranges.require(baselineWander, 0, LARGEST_DISTURBANCE, "the amplitude of the baseline wander in mV");
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("an ECG needs at least one lead, but there was none");
        }
        leads = List.copyOf(leads);
    }

    Recording withSamplingFrequency(double samplingFrequency) {
        return new Recording(samplingFrequency, leads, whiteNoise, baselineWander);
    }

    Recording withLeads(List<EcgLead> leads) {
        return new Recording(samplingFrequency, leads, whiteNoise, baselineWander);
    }

    Recording withWhiteNoise(double whiteNoise) {
        return new Recording(samplingFrequency, leads, whiteNoise, baselineWander);
    }

    Recording withBaselineWander(double baselineWander) {
        return new Recording(samplingFrequency, leads, whiteNoise, baselineWander);
    }
}
