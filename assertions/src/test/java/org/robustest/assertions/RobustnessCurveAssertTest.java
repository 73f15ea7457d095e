package org.robustest.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.assertions.RobustnessAssertions.assertThat;
import static org.robustest.assertions.error.ShouldHaveArea.shouldHaveAreaOfAtLeast;
import static org.robustest.assertions.error.ShouldRemainCorrect.shouldRemainCorrect;
import static org.robustest.assertions.error.ShouldSatisfyCurve.shouldSatisfyCurve;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.robustest.evaluation.RobustnessCurve;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.samples.Samples;

class RobustnessCurveAssertTest {

    /** All stand at 0.4, half at 0.6; the area is (0.4 * 1 + 0.2 * 0.75) / 0.6 = 0.91667. */
    private final RobustnessCurve curve = new RobustnessCurve(RobustnessEvaluation.of(Line.MODEL)
            .withAttack(new OneStep())
            .withSeed(7)
            .curve(Line.allCorrect(), List.of(linf(0.4), linf(0.6))));

    @Test
    void passesWhenTheCurveIsNowhereBelow() {
        assertThat(curve).satisfiesCurve(epsilon -> epsilon < 0.5 ? 1 : 0.5).hasAreaOfAtLeast(0.9166);
        assertThat(Line.MODEL)
                .on(Line.allCorrect())
                .under(epsilon -> linf(epsilon))
                .at(0.4, 0.6)
                .satisfiesCurve(epsilon -> 1 - epsilon)
                .last()
                .hasRobustAccuracyOfAtLeast(0.5);
    }

    @Test
    void failsWhereTheCurveIsBelow() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(curve).satisfiesCurve(epsilon -> 0.75))
                .withMessage(shouldSatisfyCurve(curve, epsilon -> 0.75).create());
    }

    @Test
    void tellsAnIdeTheAccuraciesThatWereExpectedAndFound() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(curve).satisfiesCurve(epsilon -> 0.75))
                .satisfies(error -> {
                    assertThat(error.getExpected().getValue()).isEqualTo(List.of(0.75, 0.75));
                    assertThat(error.getActual().getValue()).isEqualTo(List.of(1.0, 0.5));
                });
    }

    @Test
    void failsWhenTheMeanIsTooSmall() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(curve).hasAreaOfAtLeast(0.9167))
                .withMessage(shouldHaveAreaOfAtLeast(curve, 0.9167).create());
    }

    @Test
    void goesOnWithTheResultForTheLargestSize() {
        assertThat(curve).last().hasRobustAccuracyOfAtLeast(0.5);
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> assertThat(curve).last().remainsCorrect())
                .withMessage(shouldRemainCorrect(curve.results().get(1)).create());
    }

    @Test
    void doesNotPassOnAnInconclusiveResult() {
        Samples wrong = Line.samples().add("mislabelled", new float[] {-1}, 1).build();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(Line.MODEL)
                        .on(wrong)
                        .under(epsilon -> linf(epsilon))
                        .at(0.1)
                        .satisfiesCurve(epsilon -> 0))
                .withMessageContaining("No sample is classified correctly");
    }

    @Test
    void refusesACurveThatIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> assertThat(curve).satisfiesCurve(epsilon -> -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> assertThat(curve).hasAreaOfAtLeast(90));
    }
}
