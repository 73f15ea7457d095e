package org.robustest.report;

import org.robustest.evaluation.Counterexample;
import org.robustest.samples.Samples;

/** A counterexample as it stands in a report; the input is that of the model, as {@link Floats}. */
record CounterexampleData(
        String prediction, double margin, double distance, String attack, long seed, String position, String input) {

    static CounterexampleData of(Counterexample found, Samples samples) {
        return new CounterexampleData(
                samples.classNames().get(found.prediction()),
                found.margin(),
                found.distance(),
                found.attack(),
                found.seed(),
                found.position(),
                Floats.encode(found.input()));
    }
}
