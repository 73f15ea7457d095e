package org.robustest.assertions.error;

import org.robustest.attack.Cascade;
import org.robustest.evaluation.Counterexample;

/** The Java expression that finds a counterexample again. */
final class Replay {

    private Replay() {}

    /**
     * Returns the expression, for a {@code model} and {@code samples} in scope, and for an {@code attack} unless that was one of
     * the usual.
     *
     * <p>It asks for the one sample alone, which finds the same: no sample's search depends on the others.
     */
    static String of(Counterexample counterexample) {
        if (org.robustest.store.Replay.isStored(counterexample)) {
            return "stored for this test, and replayed first in every run";
        }
        return "RobustnessEvaluation.of(model)" + withAttack(counterexample.attack()) + ".withSeed("
                + counterexample.seed() + "L).evaluate(samples.where(sample -> sample.id().equals("
                + literal(counterexample.sample().id()) + ")), " + counterexample.set() + ").worst()";
    }

    private static String withAttack(String attack) {
        if (attack.equals(Cascade.standard().toString())) {
            return "";
        }
        return attack.equals(Cascade.gradientFree().toString())
                ? ".withAttack(Cascade.gradientFree())"
                : ".withAttack(attack)";
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
