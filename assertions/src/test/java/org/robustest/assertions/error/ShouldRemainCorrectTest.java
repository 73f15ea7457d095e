package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.assertions.error.ShouldRemainCorrect.shouldRemainCorrect;

import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.samples.Samples;

class ShouldRemainCorrectTest {

    @Test
    void tellsTheMisclassifiedFromTheBrokenAndSaysWhatCanBeDoneAboutThem() {
        assertThat(shouldRemainCorrect(Line.evaluate(Line.oneMisclassified(), 0.5))
                        .create())
                .isEqualToNormalizingNewlines("""
                Expecting all of 2 samples to remain correct under linf(0.5) but only 1 do (broken: 0, misclassified even without a perturbation: 1)
                  If not all of them have to be right, ask for a share, under(set).hasRobustAccuracyOfAtLeast(share), or leave them out, on(samples.where(condition)).
                  set:           linf(0.5)
                  attack:        OneStep, seed 7
                  samples:       2, of which 1 certified, 0 unbroken, 0 broken, 1 misclassified without a perturbation, 0 failed
                  robust:        0.5000 (1 of 2)
                  certified:     0.5000 (1 of 2), by interval bounds, CROWN with interval bounds, CROWN up to 2000 curved values, branch and bound over 1000 subproblems
                  clean:         0.5000 (1 of 2)
                  by class:      left 1.0000 (1 of 1), right 0.0000 (0 of 1)
                  misclassified: mislabelled: right -> left""");
    }

    @Test
    void speaksOfNoShareWhenAllWereRightToBeginWith() {
        assertThat(shouldRemainCorrect(Line.evaluate(Line.allCorrect(), 0.6)).create())
                .contains("only 2 do (broken: 2, misclassified even without a perturbation: 0)")
                .doesNotContain("ask for a share");
    }

    @Test
    void namesTheFirstFiveOfManyMisclassifiedSamples() {
        Samples.Builder many = Line.samples().add("right one", new float[] {1}, 1);
        for (int i = 1; i <= 7; i++) {
            many.add("wrong " + i, new float[] {-1}, 1);
        }
        assertThat(shouldRemainCorrect(Line.evaluate(many.build(), 0.5)).create())
                .contains("wrong 5: right -> left, and 2 more")
                .doesNotContain("wrong 6");
    }
}
