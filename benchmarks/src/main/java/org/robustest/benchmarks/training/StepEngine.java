package org.robustest.benchmarks.training;

/** What trains a model. */
@FunctionalInterface
interface StepEngine {

    /** Takes steps on batches of 128, and returns the mean time of one in milliseconds. */
    double millisPerStep(ObjectiveKind objective, int steps);
}
