package org.robustest.report;

import java.util.Locale;

/** How a test ended at one noise level. */
public enum TestOutcome {
    /** Everything that was required holds. */
    PASSED,
    /** Something that was required does not hold. */
    FAILED,
    /** Nothing can be concluded. */
    INCONCLUSIVE,
    /** It did not run. */
    SKIPPED,
    /** It could not run, or its body threw something that is no failed assertion. */
    ERROR;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a sign that can be told from the others without its colour. */
    String sign() {
        return switch (this) {
            case PASSED -> "✓";
            case FAILED -> "✕";
            case INCONCLUSIVE -> "?";
            case SKIPPED -> "–";
            case ERROR -> "!";
        };
    }
}
