package org.robustest.report;

import java.util.Locale;
import org.robustest.evaluation.Verdict;

/** The verdicts on a sample, in the order of the numbers of a {@link Tally}. */
enum VerdictKind {
    CERTIFIED(Verdict.Certified.class),
    UNBROKEN(Verdict.Unbroken.class),
    BROKEN(Verdict.Broken.class),
    MISCLASSIFIED(Verdict.Misclassified.class),
    FAILED(Verdict.Failed.class),
    OPEN(Verdict.Open.class);

    private final Class<? extends Verdict> type;

    VerdictKind(Class<? extends Verdict> type) {
        this.type = type;
    }

    static VerdictKind of(Verdict verdict) {
        for (VerdictKind kind : values()) {
            if (kind.type.isInstance(verdict)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("a verdict that no report knows: " + verdict);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
