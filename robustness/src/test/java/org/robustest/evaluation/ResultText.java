package org.robustest.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that a result says, in a form that can be compared bit by bit and does not depend on the order. */
final class ResultText {

    private ResultText() {}

    static Map<String, String> of(RobustnessResult result) {
        return of(result.verdicts(), result.diagnostics());
    }

    static Map<String, String> of(Decision decision) {
        return of(decision.verdicts(), decision.diagnostics());
    }

    private static Map<String, String> of(Collection<Verdict> verdicts, List<Diagnostic> diagnostics) {
        Map<String, String> text = verdicts.stream()
                .collect(Collectors.toMap(verdict -> verdict.sample().id(), ResultText::text));
        text.put("diagnostics", diagnostics.toString());
        return text;
    }

    private static String text(Verdict verdict) {
        String kind = verdict.getClass().getSimpleName() + verdict.effort();
        if (verdict instanceof Verdict.Broken broken) {
            return kind + bits(broken.counterexample());
        }
        return verdict instanceof Verdict.Certified certified ? kind + certified.certificate() : kind;
    }

    private static String bits(Counterexample counterexample) {
        return counterexample
                + hex(counterexample.input())
                + hex(counterexample.point())
                + hex(counterexample.logits());
    }

    private static String hex(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Integer.toHexString(Float.floatToRawIntBits(values[i])))
                .collect(Collectors.joining(" ", "[", "]"));
    }
}
