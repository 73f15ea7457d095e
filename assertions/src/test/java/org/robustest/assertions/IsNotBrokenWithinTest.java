package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldNotBeBroken.shouldNotBeBrokenWithin;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.attack.Budget;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;

class IsNotBrokenWithinTest {

    private static final Budget BUDGET = Budget.ofForwards(50);

    @Test
    void passesWhenNothingIsBrokenByThatEffort() {
        assertThat(Line.MODEL).on(Line.allCorrect()).under(linf(0.4)).isNotBrokenWithin(BUDGET);
    }

    @Test
    void passesOverSamplesThatAreMisclassifiedToBeginWith() {
        assertThat(Line.MODEL).on(Line.oneMisclassified()).under(linf(0.4)).isNotBrokenWithin(BUDGET);
    }

    @Test
    void failsWhenASampleIsBroken() {
        OneStep attack = new OneStep();
        RobustnessResult broken = RobustnessEvaluation.of(Line.MODEL)
                .withAttack(attack.within(BUDGET))
                .evaluate(Line.allCorrect(), linf(0.6));
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(Line.allCorrect())
                        .attackedBy(attack)
                        .under(linf(0.6))
                        .isNotBrokenWithin(BUDGET))
                .withMessageStartingWith(shouldNotBeBrokenWithin(broken, BUDGET).create())
                .withMessageContaining("written to:");
    }

    @Test
    void doesNotPassOnNoSamples() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(Line.samples().build())
                        .under(linf(0.6))
                        .isNotBrokenWithin(BUDGET))
                .withMessageContaining("There are no samples");
    }
}
