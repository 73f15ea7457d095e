package com.example;

import org.robustest.engine.InputsFrom;
import org.robustest.engine.ModelFrom;
import org.robustest.engine.RobustnessTest;
import org.robustest.engine.Tag;

@ModelFrom(Sign.class)
@InputsFrom(Numbers.class)
class SignClassifierTest {

    /** Fails at the larger of the two. */
    @RobustnessTest(
            epsilon = {0.1, 0.5},
            minRobustAccuracy = 0.8)
    void keepsTheSign() {}

    @Tag("nightly")
    @RobustnessTest(epsilon = 0.1, minCertifiedAccuracy = 1)
    void keepsTheSignForCertain() {}

    /** Fails as long as there is no baseline. */
    @RobustnessTest(epsilon = 0.5, baseline = true)
    void isNoWorseThanBefore() {}
}
