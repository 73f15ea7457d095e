package org.robustest.training;

import java.util.List;

/** An objective times a positive number. */
record Multiple(TrainingObjective objective, double factor) implements TrainingObjective {

    @Override
    public double addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        return factor * objective.addGradients(batch, factor * weight, gradients);
    }

    @Override
    public String toString() {
        return factor + " * " + objective;
    }
}
