package org.robustest.assertions.error;

import java.util.Locale;
import java.util.function.Predicate;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;

/** A part of some samples. */
record Share(int part, int whole) {

    static Share robust(RobustnessResult result) {
        return of(result, Verdict::isRobust);
    }

    static Share certified(RobustnessResult result) {
        return of(result, Verdict.Certified.class::isInstance);
    }

    static Share unbroken(RobustnessResult result) {
        return of(result, Verdict.Unbroken.class::isInstance);
    }

    static Share clean(RobustnessResult result) {
        return of(result, Verdict::isCorrect);
    }

    private static Share of(RobustnessResult result, Predicate<Verdict> condition) {
        return new Share(
                (int) result.verdicts().stream().filter(condition).count(),
                result.verdicts().size());
    }

    /** Returns the share as a decimal and as a count, which tells a near miss from a hit. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f (%d of %d)", (double) part / whole, part, whole);
    }
}
