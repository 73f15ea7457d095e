package org.robustest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.evaluation.Verdict;

/**
 * Chooses the samples that are kept with their values: those with counterexamples first, and of them those first that the
 * model is most wrong about.
 */
final class SignalChoice {

    static final int MOST_OF_A_LEVEL = 24;
    static final int MOST_BYTES_OF_A_LEVEL = 2 << 20;

    private static final Comparator<Verdict> ORDER = Comparator.comparingInt(SignalChoice::rank)
            .thenComparingDouble(SignalChoice::margin)
            .thenComparing(verdict -> verdict.sample().id());

    private SignalChoice() {}

    static List<SignalData> of(RobustnessResult result) {
        List<SignalData> chosen = new ArrayList<>();
        int bytes = 0;
        for (Verdict verdict : result.verdicts().stream().sorted(ORDER).toList()) {
            if (chosen.size() == MOST_OF_A_LEVEL) {
                break;
            }
            // 4 bytes a value, a third more as text, and twice that with a counterexample.
            long atMost = 11L * verdict.sample().shape().size() + 1000;
            if (bytes + atMost > MOST_BYTES_OF_A_LEVEL) {
                break;
            }
            SignalData signal = SignalData.of(verdict, result.samples());
            chosen.add(signal);
            bytes += signal.bytes();
        }
        return chosen;
    }

    private static int rank(Verdict verdict) {
        return switch (VerdictKind.of(verdict)) {
            case BROKEN -> 0;
            case FAILED -> 1;
            case MISCLASSIFIED -> 2;
            case OPEN -> 3;
            case UNBROKEN -> 4;
            case CERTIFIED -> 5;
        };
    }

    private static double margin(Verdict verdict) {
        return verdict instanceof Verdict.Broken broken
                ? broken.counterexample().margin()
                : 0;
    }
}
