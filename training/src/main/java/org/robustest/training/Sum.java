package org.robustest.training;

import java.util.List;

/** The sum of two objectives. */
record Sum(TrainingObjective first, TrainingObjective second) implements TrainingObjective {

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        return first.addGradients(batch, weight, gradients).plus(second.addGradients(batch, weight, gradients));
    }

    @Override
    public String toString() {
        return first + " + " + second;
    }
}
