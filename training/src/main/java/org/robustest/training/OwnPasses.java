package org.robustest.training;

import java.util.List;
import java.util.function.Function;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.interval.IntervalMargins;
import org.robustest.network.Derivatives;
import org.robustest.network.Network;
import org.robustest.network.Objective;

/** The passes of an imported network. */
record OwnPasses(Derivatives derivatives, Function<Network, IntervalMargins> margins) implements BatchPasses {

    OwnPasses(Derivatives derivatives) {
        this(derivatives, IntervalMargins::of);
    }

    @Override
    public IntervalMargins intervalMargins() {
        return margins.apply(derivatives.network());
    }

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
