package org.robustest.report;

import java.util.Collection;
import org.robustest.evaluation.Verdict;

/** How many of some samples have which verdict. */
record Tally(int samples, int certified, int unbroken, int broken, int misclassified, int failed, int open) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally {
        if (certified < 0 || unbroken < 0 || broken < 0 || misclassified < 0 || failed < 0 || open < 0) {
            throw new IllegalArgumentException("a number of samples is negative");
        }
        long sum = (long) certified + unbroken + broken + misclassified + failed + open;
        if (sum != samples) {
            throw new IllegalArgumentException(
                    "\"samples\" is " + samples + ", but the numbers of the verdicts add up to " + sum);
        }
    }

    static Tally of(Collection<Verdict> verdicts) {
        int[] counts = new int[6];
        for (Verdict verdict : verdicts) {
            counts[VerdictKind.of(verdict).ordinal()]++;
        }
        return new Tally(verdicts.size(), counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /** Returns the share of all samples for which no counterexample is known; NaN of no samples. */
    double robustAccuracy() {
        return share(certified + unbroken);
    }

    double certifiedAccuracy() {
        return share(certified);
    }

    /** Returns the share of all samples that the model gets right unperturbed; NaN of no samples. */
    double cleanAccuracy() {
        return share(certified + unbroken + broken + open);
    }

    private double share(int part) {
        return part / (double) samples;
    }
}
