package org.robustest.reference.synthetic;

import java.util.List;

/** A synthetic ECG with the truth about its beats. Immutable. */
public final class SyntheticRecord {

    private final double samplingFrequency;
    private final List<EcgLead> leads;
    private final float[][] millivolts;
    private final List<SyntheticBeat> beats;

    SyntheticRecord(double samplingFrequency, List<EcgLead> leads, float[][] millivolts, List<SyntheticBeat> beats) {
        this.samplingFrequency = samplingFrequency;
        this.leads = leads;
        this.millivolts = millivolts;
        this.beats = List.copyOf(beats);
    }

    /**
     * Returns the sampling frequency.
     *
     * @return samples a second, in Hz
     */
    public double samplingFrequency() {
        return samplingFrequency;
    }

    /**
     * Returns the leads.
     *
     * @return the leads, in the order of the signals; unmodifiable
     */
    public List<EcgLead> leads() {
        return leads;
    }

    /**
     * Returns the signal of one lead.
     *
     * @param lead the index of the lead, from 0
     * @return the samples, in mV; a new array
     * @throws IndexOutOfBoundsException if there is no such lead
     */
    public float[] millivolts(int lead) {
        return millivolts[lead].clone();
    }

    /**
     * Returns the beats whose R peaks lie in the record.
     *
     * @return the beats, by time; unmodifiable
     */
    public List<SyntheticBeat> beats() {
        return beats;
    }
}
