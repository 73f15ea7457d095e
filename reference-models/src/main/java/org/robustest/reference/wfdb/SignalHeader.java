package org.robustest.reference.wfdb;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What a header says of one signal (WFDB {@code header(5)}), with the documented default where it says nothing.
 *
 * @param fileName the file that holds the samples, in the folder of the header
 * @param format the layout of that file
 * @param samplesPerFrame how many samples of the signal stand in one frame, by default 1
 * @param skew by how many samples the signal is late, by default 0
 * @param byteOffset where the samples begin in the file, by default 0
 * @param gain ADC units in one physical unit, by default 200; not 0
 * @param baseline the ADC value of 0 physical units, by default {@code adcZero}
 * @param units the physical unit, by default {@code mV}
 * @param adcResolution the bits of the converter, by default 12
 * @param adcZero the ADC value in the middle of the converter's range, by default 0
 * @param initialValue the ADC value of the first sample, if stated
 * @param checksum the sum of all samples, in 16-bit two's complement, if stated
 * @param blockSize the block size of the device the file was written for, by default 0
 * @param description what the signal is, such as {@code MLII}, by default {@code record NAME, signal N}
 */
public record SignalHeader(
        String fileName,
        SampleFormat format,
        int samplesPerFrame,
        int skew,
        int byteOffset,
        double gain,
        int baseline,
        String units,
        int adcResolution,
        int adcZero,
        OptionalInt initialValue,
        OptionalInt checksum,
        int blockSize,
        String description) {

    /** The gain that holds where a header states none, or 0: ADC units in one millivolt. */
    public static final double DEFAULT_GAIN = 200;

    /** The unit that holds where a header states none. */
    public static final String DEFAULT_UNITS = "mV";

    private static final Map<String, Double> MILLIVOLTS = Map.of("V", 1e3, "mV", 1.0, "uV", 1e-3, "nV", 1e-6);

    /**
     * Tells whether the signal is a voltage.
     *
     * @return {@code true} if its unit is one of V, mV, uV and nV
     */
    public boolean isVoltage() {
        return MILLIVOLTS.containsKey(units);
    }

    /**
     * Converts a sample to millivolts: {@code (adc − baseline) / gain}.
     *
     * @param adc the sample, in ADC units
     * @return the sample in mV, NaN if it says that {@linkplain SampleFormat#missingSample() there is none}
     * @throws IllegalStateException if the signal is no voltage: its unit is none of V, mV, uV and nV
     */
    public float millivolts(double adc) {
        Double scale = MILLIVOLTS.get(units);
        if (scale == null) {
            throw new IllegalStateException(
                    "signal \"" + description + "\" is in \"" + units + "\", which cannot be converted to mV");
        }
        return adc == format.missingSample() ? Float.NaN : (float) ((adc - baseline) / gain * scale);
    }
}
