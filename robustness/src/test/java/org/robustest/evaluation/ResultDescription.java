package org.robustest.evaluation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that a result says, in a form that can be compared bit by bit and does not depend on the order. */
final class ResultDescription {

    private ResultDescription() {}

    static Map<String, String> byId(RobustnessResult result) {
        return result.verdicts().stream()
                .collect(Collectors.toMap(
                        verdict -> verdict.sample().id(),
                        verdict -> verdict.getClass().getSimpleName()
                                + verdict.effort()
                                + (verdict instanceof Verdict.Broken broken ? bits(broken.counterexample()) : "")));
    }

    private static String bits(Counterexample counterexample) {
        float[] input = counterexample.input();
        return counterexample.position()
                + IntStream.range(0, input.length)
                        .mapToObj(i -> Integer.toHexString(Float.floatToRawIntBits(input[i])))
                        .collect(Collectors.joining(" "));
    }
}
