package org.robustest.engine.internal;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/**
 * A model and samples for test classes to inherit. The model decides by the sign of its one input x, with the logits
 * (-x, x), so that exactly the samples with |x| below ε fall: none below 0.25, one of four up to 1, and so on.
 */
abstract class Sign {

    @Model
    static DifferentiableClassifier sign() {
        return withWeights(-1, 1);
    }

    @Inputs
    static Samples numbers() {
        return samples()
                .add("far negative", new float[] {-1.5F}, 0)
                .add("near positive", new float[] {0.25F}, 1)
                .add("positive", new float[] {1}, 1)
                .add("far positive", new float[] {1.5F}, 1)
                .build();
    }

    static Samples.Builder samples() {
        return Samples.builder(Shape.of(1), List.of("negative", "positive"));
    }

    static DifferentiableClassifier withWeights(float negative, float positive) {
        return Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {negative, positive}, new float[] {0, 0})));
    }
}
