package org.robustest.reference.wfdb;

/** One signal of a record: its samples as the converter gave them, and what its header says of them. */
public final class WfdbSignal {

    private final SignalHeader header;
    private final short[] adc;

    WfdbSignal(SignalHeader header, short[] adc) {
        this.header = header;
        this.adc = adc;
    }

    /**
     * Returns what the header says of the signal.
     *
     * @return the header
     */
    public SignalHeader header() {
        return header;
    }

    /**
     * Returns the number of samples.
     *
     * @return the number, from 0
     */
    public int sampleCount() {
        return adc.length;
    }

    /**
     * Returns one sample as the converter gave it.
     *
     * @param index the index of the sample, from 0
     * @return the sample, in ADC units
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    public int adc(int index) {
        return adc[index];
    }

    /**
     * Tells whether the signal is a voltage.
     *
     * @return {@code true} if its unit is one of V, mV, uV and nV
     */
    public boolean isVoltage() {
        return header.isVoltage();
    }

    /**
     * Converts the signal to millivolts: {@code (adc − baseline) / gain}.
     *
     * @return the samples in mV, NaN where {@linkplain SampleFormat#missingSample() there is none}; a new array
     * @throws IllegalStateException if the signal is no voltage: its unit is none of V, mV, uV and nV
     */
    public float[] millivolts() {
        float[] millivolts = new float[adc.length];
        for (int i = 0; i < adc.length; i++) {
            millivolts[i] = header.millivolts(adc[i]);
        }
        return millivolts;
    }
}
