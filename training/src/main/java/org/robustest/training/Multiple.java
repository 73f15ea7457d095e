package org.robustest.training;

import java.util.List;

/** An objective times a positive number. */
record Multiple(TrainingObjective objective, double factor) implements TrainingObjective {

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        return objective.addGradients(batch, factor * weight, gradients).times(factor);
    }

    @Override
    public String toString() {
        return factor + " * " + (objective instanceof Sum ? "(" + objective + ")" : objective);
    }
}
