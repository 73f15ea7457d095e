package org.robustest.training;

import org.robustest.random.StableHash;

/** How far a training is. */
record TrainingTime(int step, int stepsPerEpoch, long trainingSeed) {

    double epoch() {
        return (double) step / stepsPerEpoch;
    }

    /** The seed of this step. */
    long seed() {
        return StableHash.mix(StableHash.mix(trainingSeed) + step);
    }
}
