package org.robustest.reference.wfdb;

/**
 * A mark that an annotator set at a sample of a record.
 *
 * @param sample the index of the sample, from 0
 * @param code what is marked, from 1 to 49
 * @param subtype the subtype, by default 0
 * @param channel the signal it belongs to, by default 0
 * @param number the annotation number, by default 0
 * @param text the auxiliary text, such as {@code (AFIB}; empty if there is none
 */
public record Annotation(long sample, int code, int subtype, int channel, int number, String text) {

    private static final String SYMBOLS = " NLRaVFJASEj/Q~ | sT*D\"=pB^t+u?![]en@xf()r";

    /**
     * Returns the symbol that PhysioNet prints for the code, such as {@code N} for a normal beat.
     *
     * @return the symbol, or a space if the code has none
     */
    public char symbol() {
        return code < SYMBOLS.length() ? SYMBOLS.charAt(code) : ' ';
    }
}
