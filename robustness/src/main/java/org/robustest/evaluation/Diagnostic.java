package org.robustest.evaluation;

import java.util.Locale;

/**
 * One thing that was measured of a model or of a search, to tell whether the verdicts mean what they say.
 *
 * <p>Every number is a share, from 0 to 1, and the larger the worse. A diagnostic that is decisive is an {@linkplain
 * RobustnessResult#obstacles() obstacle}: nothing can be concluded until its remedy has been followed.
 *
 * @param name what was measured, such as {@code saturated logits}
 * @param value the number, from 0 to 1
 * @param threshold what the number may be at most
 * @param isDecisive whether the verdicts rest on what was measured, and the number is above the threshold
 * @param meaning what the number means, in a sentence
 * @param remedy what to do if it is above the threshold, in a sentence
 */
public record Diagnostic(
        String name, double value, double threshold, boolean isDecisive, String meaning, String remedy) {

    /** Measures a share of some things. */
    static Diagnostic of(String name, double value, double threshold, String meaning, String remedy) {
        return new Diagnostic(name, value, threshold, value > threshold, meaning, remedy);
    }

    /** Returns this diagnostic as it is where no verdict rests on a search that found nothing. */
    Diagnostic withoutConsequence() {
        return new Diagnostic(name, value, threshold, false, meaning, remedy);
    }

    String obstacle() {
        return meaning + " " + remedy;
    }

    /** Returns the name, the number, and what it may be at most, such as {@code saturated logits: 0.0312 (at most 0.5)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %.4f (at most %s)%s", name, value, threshold, isDecisive ? ": " + obstacle() : "");
    }
}
