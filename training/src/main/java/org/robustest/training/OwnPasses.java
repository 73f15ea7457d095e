package org.robustest.training;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.network.Derivatives;
import org.robustest.network.Objective;

/** The passes of an imported network. */
record OwnPasses(Derivatives derivatives) implements BatchPasses {

    @Override
    public DifferentiableClassifier classifier() {
        return derivatives.network();
    }

    @Override
    public void addGradients(float[] inputs, int count, Objective objective, List<float[]> gradients) {
        float[] logits = new float[count * classifier().classCount()];
        derivatives.objectiveGradients(inputs, count, objective, logits, gradients);
    }
}
