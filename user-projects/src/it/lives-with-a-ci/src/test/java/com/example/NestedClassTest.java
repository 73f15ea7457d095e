package com.example;

import org.robustest.engine.InputsFrom;
import org.robustest.engine.ModelFrom;
import org.robustest.engine.RobustnessTest;

/** Surefire asks for this class only. */
@ModelFrom(Sign.class)
@InputsFrom(Numbers.class)
class NestedClassTest {

    static class AtHalf {
        @RobustnessTest(epsilon = 0.5, minRobustAccuracy = 0.8)
        void keepsTheSign() {}
    }
}
