package com.example;

import org.robustest.classifier.Classifier;
import org.robustest.engine.InputsFrom;
import org.robustest.engine.Model;
import org.robustest.engine.RobustnessTest;

@InputsFrom(Numbers.class)
class ThrowingProviderTest {

    @Model
    static Classifier missing() {
        throw new IllegalStateException("beats.zip is missing");
    }

    @RobustnessTest(
            epsilon = {0.1, 0.2},
            minRobustAccuracy = 1)
    void first() {}

    @RobustnessTest(
            epsilon = {0.1, 0.2},
            minRobustAccuracy = 1)
    void second() {}
}
