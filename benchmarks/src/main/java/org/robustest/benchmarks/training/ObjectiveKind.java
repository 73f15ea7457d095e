package org.robustest.benchmarks.training;

import java.util.Locale;
import org.robustest.training.Objectives;
import org.robustest.training.TrainingObjective;

/** What is trained for. */
enum ObjectiveKind {
    /** Cross-entropy. */
    CE(Objectives.crossEntropy()),

    /** The noise-to-signal regularization with margin. */
    NSR(Objectives.nsr());

    private final TrainingObjective objective;

    ObjectiveKind(TrainingObjective objective) {
        this.objective = objective;
    }

    TrainingObjective objective() {
        return objective;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
