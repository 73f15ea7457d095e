package org.robustest.reference.twelvelead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The twelve leads of one recording, and what its file says of the patient. Immutable. */
public final class Recording {

    /** The largest voltage that 16 bits at 1000 units a millivolt can hold, in mV. */
    private static final float LARGEST_VOLTAGE = 32.767f;

    private static final double LARGEST_MEDIAN = 1;

    private final double samplingFrequency;
    private final int sampleCount;
    private final Map<Lead, float[]> leads;
    private final Map<String, String> patient;
    private final List<String> statements;

    private Recording(
            double samplingFrequency, Map<Lead, float[]> leads, Map<String, String> patient, List<String> statements) {
        this.samplingFrequency = samplingFrequency;
        this.leads = leads;
        this.patient = Map.copyOf(patient);
        this.statements = List.copyOf(statements);
        this.sampleCount = Math.max(0, leads.values().iterator().next().length);
    }

    /**
     * Creates a recording.
     *
     * @param samplingFrequency samples a second, in Hz; above 0
     * @param millivolts all twelve leads, of one length, in mV, with NaN where there is no sample; copied
     * @param patient what is known of the patient, such as {@code age} and {@code sex}; copied
     * @param statements the diagnoses as the file states them; copied
     * @return the recording
     * @throws IllegalArgumentException if a lead is missing, two have different lengths, or the frequency is not above 0
     */
    public static Recording of(
            double samplingFrequency,
            Map<Lead, float[]> millivolts,
            Map<String, String> patient,
            List<String> statements) {
        if (!(samplingFrequency > 0)) {
            throw new IllegalArgumentException("a sampling frequency is above 0 Hz, but it was " + samplingFrequency);
        }
        EnumMap<Lead, float[]> copies = new EnumMap<>(Lead.class);
        millivolts.forEach((lead, values) -> copies.put(lead, values.clone()));
        long lengths = copies.values().stream()
                .mapToInt(values -> values.length)
                .distinct()
                .count();
        if (copies.size() != Lead.twelve().size() || lengths != 1) {
            throw new IllegalArgumentException("a recording has twelve leads of one length, but it had "
                    + copies.keySet() + " of " + lengths + " lengths");
        }
        return new Recording(samplingFrequency, copies, patient, statements);
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
     * Returns the number of samples of each lead.
     *
     * @return the number, from 0
     */
    public int sampleCount() {
        return sampleCount;
    }

    /**
     * Returns a copy of a lead.
     *
     * @param lead the lead
     * @return its samples in mV, NaN where there is none
     */
    public float[] millivolts(Lead lead) {
        return values(lead).clone();
    }

    /**
     * Returns what the file says of the patient.
     *
     * @return {@code age} in years and {@code sex}, where they are stated; unmodifiable
     */
    public Map<String, String> patient() {
        return patient;
    }

    /**
     * Returns the diagnoses as the file states them.
     *
     * @return names or SNOMED CT codes, in the order of the file; unmodifiable
     */
    public List<String> statements() {
        return statements;
    }

    /**
     * Looks for flaws: offsets above 1 mV, samples at the end of a 16-bit converter's range of 1000 units a millivolt, a
     * second or more of one value, and missing samples.
     *
     * @param among the leads to look at
     * @return the flaws found, by lead; unmodifiable, possibly empty
     */
    public List<Finding> findings(List<Lead> among) {
        List<Finding> findings = new ArrayList<>();
        for (Lead lead : among) {
            float[] values = values(lead);
            float median = median(values);
            if (Math.abs(median) > LARGEST_MEDIAN) {
                findings.add(new Finding(lead, Finding.Kind.OFFSET, median));
            }
            add(findings, lead, Finding.Kind.CLIPPED, count(values, v -> Math.abs(v) >= LARGEST_VOLTAGE), 1);
            double seconds = longestRun(values) / samplingFrequency;
            add(findings, lead, Finding.Kind.FLAT, seconds, 1);
            add(findings, lead, Finding.Kind.MISSING, count(values, v -> !Float.isFinite(v)), 1);
        }
        return List.copyOf(findings);
    }

    private static void add(List<Finding> findings, Lead lead, Finding.Kind kind, double amount, double least) {
        if (amount >= least) {
            findings.add(new Finding(lead, kind, amount));
        }
    }

    /** Returns the median of the finite values, 0 if there are none. */
    static float median(float[] values) {
        float[] sorted = values.clone();
        int count = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                sorted[count++] = value;
            }
        }
        Arrays.sort(sorted, 0, count);
        if (count == 0) {
            return 0;
        }
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }

    private interface Condition {
        boolean holds(float value);
    }

    private static int count(float[] values, Condition condition) {
        int count = 0;
        for (float value : values) {
            count += condition.holds(value) ? 1 : 0;
        }
        return count;
    }

    private static int longestRun(float[] values) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < values.length; i++) {
            run = i > 0 && values[i] == values[i - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private float[] values(Lead lead) {
        return Optional.ofNullable(leads.get(lead)).orElseThrow();
    }
}
