package org.robustest.assertions;

import org.robustest.evaluation.RobustnessResult;

/** Assertions on what an evaluation found. */
public class RobustnessResultAssert extends AbstractResultAssert<RobustnessResultAssert, RobustnessResult> {

    /**
     * Creates an assertion.
     *
     * @param actual the result
     */
    public RobustnessResultAssert(RobustnessResult actual) {
        super(actual, RobustnessResultAssert.class);
    }

    @Override
    RobustnessResult result() {
        return actual;
    }
}
