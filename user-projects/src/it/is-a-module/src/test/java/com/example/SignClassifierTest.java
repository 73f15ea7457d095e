package com.example;

import java.util.List;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** The model decides by the sign of its input, so exactly the inputs below epsilon fall: one of four. */
class SignClassifierTest {

    @Model
    static DifferentiableClassifier sign() {
        return Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {0, 0})));
    }

    @Inputs
    static Samples numbers() {
        return Samples.builder(Shape.of(1), List.of("negative", "positive"))
                .within(-2, 2)
                .add("far negative", new float[] {-1.5F}, 0)
                .add("near positive", new float[] {0.25F}, 1)
                .add("positive", new float[] {1}, 1)
                .add("far positive", new float[] {1.5F}, 1)
                .build();
    }

    @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 1)
    void neverErrs() {}

    @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0.75)
    void keepsTheSignUnderBoundedNoise() {}
}
