package org.robustest.store;

import java.util.List;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.Verdict;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A model that decides by the sign of the sum of the first two of four inputs, and does not look at the others. */
final class Plane {

    private Plane() {}

    static Network model() {
        return withWeights(1, 1, 0, 0);
    }

    static Network withWeights(float... weights) {
        float[] both = new float[2 * weights.length];
        for (int i = 0; i < weights.length; i++) {
            both[i] = -weights[i];
            both[weights.length + i] = weights[i];
        }
        return Network.sequential(Shape.of(1, weights.length), List.of(Dense.of(both, new float[2])));
    }

    static Samples samples() {
        return Samples.builder(Shape.of(1, 4), List.of("below", "above"))
                .add("near", new float[] {0.25F, 0.25F, 1, 1}, 1)
                .add("far", new float[] {2, 2, 1, 1}, 1)
                .build();
    }

    /** Returns the counterexample to the sample "near", which falls where both of its first values lose 0.25. */
    static Counterexample counterexample(PerturbationSet set) {
        return RobustnessEvaluation.of(model()).evaluate(samples(), set).verdicts(Verdict.Broken.class).stream()
                .filter(broken -> broken.sample().id().equals("near"))
                .findFirst()
                .orElseThrow()
                .counterexample();
    }
}
