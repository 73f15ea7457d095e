package org.robustest.assertions.error;

import java.util.Locale;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;

/** A part of some samples. */
record Share(int part, int whole) {

    static Share robust(RobustnessResult result) {
        return new Share(
                result.verdicts(Verdict.Unbroken.class).size(),
                result.verdicts().size());
    }

    static Share clean(RobustnessResult result) {
        int right = result.verdicts(Verdict.Unbroken.class).size()
                + result.verdicts(Verdict.Broken.class).size();
        return new Share(right, result.verdicts().size());
    }

    /** Returns the share as a decimal and as a count, which tells a near miss from a hit. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f (%d of %d)", (double) part / whole, part, whole);
    }
}
