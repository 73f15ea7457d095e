package org.robustest.examples;

import org.robustest.engine.Budget;
import org.robustest.engine.InputsFrom;
import org.robustest.engine.ModelFrom;
import org.robustest.engine.RobustnessTest;

/** Providers that are classes, a time budget, and a baseline, which stands in src/test/resources. */
@ModelFrom(TemperatureAlarm.class)
@InputsFrom(Readings.class)
class TemperatureAlarmTest {

    @Budget(seconds = 60)
    @RobustnessTest(epsilon = 2, minRobustAccuracy = 0.75)
    void isNotSetOffByAFaultyThermometer() {}

    @RobustnessTest(
            epsilon = {2, 10},
            baseline = true,
            baselineTolerance = 0)
    void isNoWorseThanBefore() {}
}
