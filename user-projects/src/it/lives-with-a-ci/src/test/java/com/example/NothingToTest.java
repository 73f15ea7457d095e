package com.example;

import org.robustest.engine.Inputs;
import org.robustest.engine.ModelFrom;
import org.robustest.engine.RobustnessTest;
import org.robustest.samples.Samples;

@ModelFrom(Sign.class)
class NothingToTest {

    @Inputs
    static Samples none() {
        return new Numbers().get().where(sample -> false);
    }

    @RobustnessTest(epsilon = 0.1, minRobustAccuracy = 0)
    void provesNothing() {}
}
