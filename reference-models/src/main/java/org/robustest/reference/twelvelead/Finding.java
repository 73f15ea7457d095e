package org.robustest.reference.twelvelead;

import java.util.Locale;

/**
 * A flaw in one lead of a recording.
 *
 * @param lead the lead
 * @param kind what is wrong with it
 * @param amount how much, in the unit of the kind
 */
public record Finding(Lead lead, Kind kind, double amount) {

    /** What can be wrong with a lead. */
    public enum Kind {
        /** Its median lies farther from 0 than 1 mV; the amount is the median, in mV. */
        OFFSET("offset", "by %.2f mV"),
        /** It reached the end of the converter's range; the amount is the number of samples there. */
        CLIPPED("clipped", "in %.0f samples"),
        /** It stayed at one value for at least a second; the amount is the longest such time, in seconds. */
        FLAT("flat", "for %.1f s"),
        /** Samples are marked as missing, or are no numbers; the amount is their number. */
        MISSING("missing", "in %.0f samples");

        private final String label;
        private final String amountFormat;

        Kind(String label, String amountFormat) {
            this.label = label;
            this.amountFormat = amountFormat;
        }

        /** Returns the kind in lower case. */
        @Override
        public String toString() {
            return label;
        }
    }

    /** Returns a description such as {@code V1 clipped in 7 samples}. */
    @Override
    public String toString() {
        return lead + " " + kind + ' ' + String.format(Locale.ROOT, kind.amountFormat, amount);
    }
}
