package org.robustest.assertions.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.assertions.Line;
import org.robustest.attack.Cascade;
import org.robustest.evaluation.Counterexample;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.samples.Samples;

class ReplayTest {

    private final Samples samples = Line.allCorrect();

    @Test
    void isAnExpressionThatFindsTheSameCounterexampleOfACurve() {
        List<RobustnessResult> curve =
                RobustnessEvaluation.of(Line.MODEL).withSeed(42).curve(samples, List.of(linf(0.6), linf(1.2)));
        Counterexample worst = curve.get(1).worst().orElseThrow();
        assertThat(Replay.of(worst))
                .isEqualTo("RobustnessEvaluation.of(model).withSeed(42L).evaluate(samples.where(sample ->"
                        + " sample.id().equals(\"" + worst.sample().id() + "\")), linf(0.6)).worst()");

        Counterexample again = RobustnessEvaluation.of(Line.MODEL)
                .withSeed(42L)
                .evaluate(
                        samples.where(
                                sample -> sample.id().equals(worst.sample().id())),
                        linf(0.6))
                .worst()
                .orElseThrow();
        assertThat(again.input()).isEqualTo(worst.input());
        assertThat(again.position()).isEqualTo(worst.position());
    }

    @Test
    void namesTheAttackOfModelsWithoutGradients() {
        Counterexample worst = RobustnessEvaluation.of(Line.MODEL)
                .withAttack(Cascade.gradientFree())
                .evaluate(samples, linf(0.6))
                .worst()
                .orElseThrow();
        assertThat(Replay.of(worst))
                .startsWith("RobustnessEvaluation.of(model).withAttack(Cascade.gradientFree()).withSeed(0L)");
    }
}
