package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveRobustAccuracy.shouldHaveRobustAccuracyOfAtLeast;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;

class ShouldHaveRobustAccuracyTest {

    @Test
    void saysWhatWasCheckedAndFoundAndHowToReplayIt() {
        RobustnessResult result = Line.evaluate(
                Line.samples()
                        .add("near", new float[] {0.25F}, 1)
                        .add("far left", new float[] {-1.5F}, 0)
                        .add("far right", new float[] {1.5F}, 1)
                        .add("mislabelled", new float[] {-1.5F}, 1)
                        .build(),
                0.5);
        assertThat(shouldHaveRobustAccuracyOfAtLeast(result, 0.75).create()).isEqualToNormalizingNewlines("""
                Expecting a robust accuracy of at least 0.75 under linf(0.5) but it was 0.5000 (2 of 4)
                  set:           linf(0.5)
                  attack:        OneStep, seed 7
                  samples:       4, of which 2 certified, 0 unbroken, 1 broken, 1 misclassified without a perturbation, 0 failed
                  robust:        0.5000 (2 of 4)
                  certified:     0.5000 (2 of 4), by interval bounds, CROWN with interval bounds, CROWN up to 2000 curved values, branch and bound over 1000 subproblems
                  clean:         0.7500 (3 of 4)
                  by class:      left 1.0000 (1 of 1)
                                 right 0.3333 (1 of 3), worst near
                  misclassified: mislabelled: right -> left
                  worst:         near: right -> left, logits margin -0.5000, perturbation 0.5000, found with seed 7 at its only step
                  replay:        RobustnessEvaluation.of(model).withAttack(attack).withSeed(7L).evaluate(samples.where(sample -> sample.id().equals("near")), linf(0.5)).worst()""");
    }

    @Test
    void givesNoCertifiedShareWhereNobodySoughtOne() {
        RobustnessResult result = RobustnessEvaluation.of(Line.MODEL)
                .withoutCertificates()
                .evaluate(Line.samples().add("near", new float[] {0.25F}, 1).build(), linf(0.5));
        assertThat(shouldHaveRobustAccuracyOfAtLeast(result, 1).create())
                .contains("  certified:     none: none was asked for");
    }

    @Test
    void quotesPercentSignsAndQuotationMarksOfTheUserAsTheyAre() {
        RobustnessResult result = Line.evaluate(
                Line.samples().add("100%d \"noise\"", new float[] {0.25F}, 1).build(), 0.5);
        assertThat(shouldHaveRobustAccuracyOfAtLeast(result, 1).create())
                .contains("100%d \"noise\": right -> left", "sample.id().equals(\"100%d \\\"noise\\\"\")");
    }
}
