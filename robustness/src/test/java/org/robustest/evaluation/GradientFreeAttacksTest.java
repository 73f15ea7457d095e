package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Attack;
import org.robustest.attack.HopSkipJump;
import org.robustest.attack.Spsa;
import org.robustest.attack.Square;
import org.robustest.attack.UniformNoise;
import org.robustest.classifier.Classifier;
import org.robustest.network.Network;
import org.robustest.samples.Samples;

/** Which attacks a model can be put to that gives no gradients, and what they find. */
class GradientFreeAttacksTest {

    private static final Network MODEL = SignalExample.network(4);
    private static final Samples SAMPLES = SignalExample.samples(MODEL, 40);

    static Stream<Attack> attacksWithGradients() {
        return AttackExample.withGradients();
    }

    static Stream<Attack> gradientFreeAttacks() {
        return AttackExample.gradientFree();
    }

    @ParameterizedTest
    @MethodSource("attacksWithGradients")
    void an_attack_that_follows_gradients_refuses_a_model_without_and_names_others(Attack attack) {
        assertThatThrownBy(() -> evaluation(new DelegatingScores(MODEL), attack).evaluate(SAMPLES, linf(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("follows gradients, which the model does not give")
                .hasMessageContaining("Square")
                .hasMessageContaining("Spsa")
                .hasMessageContaining("HopSkipJump")
                .hasMessageContaining("UniformNoise");
        RobustnessEvaluation evaluation = evaluation(new DelegatingScores(MODEL), attack);
        RobustnessResult smaller = evaluation(
                        new DelegatingScores(MODEL), UniformNoise.withDefaults().withDraws(1))
                .evaluate(SAMPLES, linf(0));
        assertThatThrownBy(() -> evaluation.escalate(smaller, linf(0.1))).hasMessageContaining("follows gradients");
        assertThatThrownBy(() -> evaluation.decide(SAMPLES, linf(0.1), 0.5)).hasMessageContaining("follows gradients");
        assertThatThrownBy(() -> evaluation.curve(SAMPLES, List.of(linf(0.1))))
                .hasMessageContaining("follows gradients");
    }

    @ParameterizedTest
    @MethodSource("gradientFreeAttacks")
    void an_attack_that_needs_no_gradient_gives_the_same_verdicts_without(Attack attack) {
        RobustnessResult without =
                evaluation(new DelegatingScores(MODEL), attack).evaluate(SAMPLES, linf(0.1));
        RobustnessResult with = evaluation(MODEL, attack).evaluate(SAMPLES, linf(0.1));

        assertThat(ResultDescription.byId(without)).isEqualTo(ResultDescription.byId(with));
    }

    @ParameterizedTest
    @MethodSource("gradientFreeAttacks")
    void an_attack_that_needs_no_gradient_costs_none(Attack attack) {
        assertThat(evaluation(MODEL, attack)
                        .evaluate(SAMPLES, linf(0.01))
                        .effort()
                        .backwards())
                .isZero();
    }

    @Test
    void a_model_without_gradients_is_attacked_by_default_by_what_needs_none() {
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(new DelegatingScores(MODEL));
        RobustnessResult result = evaluation.evaluate(SAMPLES, linf(0.1));

        assertThat(result.attack())
                .startsWith("gradient-free: uniform noise")
                .contains("Square", "SPSA", "HopSkipJump");
        assertThat(result.obstacles()).isEmpty();
        assertThat(result.robustAccuracy())
                .isBetween(
                        RobustnessEvaluation.of(MODEL)
                                .evaluate(SAMPLES, linf(0.1))
                                .robustAccuracy(),
                        0.95);
        assertThat(evaluation.decide(SAMPLES, linf(0.3), 0.9).isReached()).isFalse();
    }

    @Test
    void scores_that_are_no_more_than_labels_leave_attacks_blind_that_compare_them() {
        Classifier labels = new Labels(MODEL);
        for (Attack blind : List.of(
                Square.withDefaults().withQueries(50), Spsa.withDefaults().withSteps(2))) {
            RobustnessResult result = evaluation(labels, blind).evaluate(SAMPLES, linf(0.001));
            assertThat(result.verdicts(Verdict.Failed.class))
                    .isNotEmpty()
                    .allSatisfy(verdict -> assertThat(verdict.reason())
                            .contains("could not search")
                            .contains("use HopSkipJump"));
        }
        RobustnessResult result = evaluation(labels, HopSkipJump.withDefaults()).evaluate(SAMPLES, linf(0.2));
        assertThat(result.obstacles()).isEmpty();
        assertThat(result.verdicts(Verdict.Broken.class)).isNotEmpty();
        assertThat(evaluation(labels, HopSkipJump.withDefaults())
                        .evaluate(SAMPLES, linf(0))
                        .verdicts(Verdict.Failed.class))
                .isEmpty();
    }

    private static RobustnessEvaluation evaluation(Classifier model, Attack attack) {
        return RobustnessEvaluation.of(model)
                .withoutCertificates()
                .withoutProbes()
                .withAttack(attack);
    }

    /** A model that gives labels only: 1 for the class that it predicts, -1 for others. */
    private static final class Labels extends DelegatingScores {

        Labels(Classifier model) {
            super(model);
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            super.logits(inputs, count, logits);
            for (int i = 0; i < count; i++) {
                int first = i * classCount();
                int predicted = IntStream.range(first, first + classCount())
                        .reduce((a, b) -> logits[a] >= logits[b] ? a : b)
                        .orElseThrow();
                for (int k = first; k < first + classCount(); k++) {
                    logits[k] = k == predicted ? 1 : -1;
                }
            }
        }
    }
}
