package com.example;

import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.engine.Inputs;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;
import org.robustest.samples.Samples;

/** Surefire asks for this class only. */
class NestedClassTest {

    @Model
    static DifferentiableClassifier sign() {
        return SignClassifierTest.sign();
    }

    @Inputs
    static Samples numbers() {
        return SignClassifierTest.numbers();
    }

    static class AtHalf {
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0.8)
        void errsSeldom() {}
    }
}
