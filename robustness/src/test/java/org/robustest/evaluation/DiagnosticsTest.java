package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Apgd;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.network.Network;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** What is measured of models, and when it decides that nothing can be concluded. */
class DiagnosticsTest {

    private final AffineProblem problem = new AffineProblem("diagnostics", 200);

    @Test
    void of_a_sound_model_everything_is_measured_and_nothing_stands_against_it() {
        RobustnessResult result =
                RobustnessEvaluation.of(problem.model()).withoutCertificates().evaluate(problem.samples(), linf(0.02));

        assertThat(result.diagnostics())
                .extracting(Diagnostic::name)
                .containsExactly(
                        "outputs that are probabilities",
                        "the same logits for different inputs",
                        "errors without a perturbation",
                        "saturated logits",
                        "margins lost in rounding",
                        "answers that change without a perturbation",
                        "zero gradients",
                        "gradients that mislead",
                        "broken by chance",
                        "broken by more effort",
                        "unbroken in the whole range");
        assertThat(result.diagnostics()).allSatisfy(diagnostic -> {
            assertThat(diagnostic.value()).isBetween(0.0, diagnostic.threshold());
            assertThat(diagnostic.isDecisive()).isFalse();
        });
        assertThat(result.diagnostics().get(2).value()).isCloseTo(0.1, within(0.02));
        assertThat(result.obstacles()).isEmpty();
    }

    @Test
    void logits_so_large_that_softmax_is_exactly_1_are_saturated() {
        RobustnessResult result = evaluate(new Shifted(problem.model(), 1e4f, 0));

        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .startsWith("The logits are saturated: of the samples classified correctly,")
                .contains("divide the logits by a constant, such as 7e+02");
    }

    @Test
    void the_remedy_for_saturated_logits_helps() {
        assertThat(evaluate(new Shifted(problem.model(), 10, 0)).obstacles()).isEmpty();
    }

    @Test
    void margins_beside_logits_that_are_all_very_large_are_lost_in_rounding() {
        assertThat(evaluate(new Shifted(problem.model(), 1, 1e6f)).obstacles())
                .singleElement()
                .asString()
                .startsWith("The margins are lost in rounding:")
                .contains("take away from all logits");
    }

    @Test
    void a_model_that_always_predicts_the_same_class_guesses_however_many_samples_are_of_that_class() {
        RobustnessResult result =
                RobustnessEvaluation.of(AffineProblem.alwaysFirst()).evaluate(problem.samples(), linf(0.01));

        assertThat(result.robustAccuracy()).isBetween(0.3, 0.7);
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .startsWith("The mean accuracy over the 2 classes that the samples have is 0.5000")
                .contains("always saying the same, would reach 0.5000");
    }

    @Test
    void permuted_labels_never_pass() {
        Samples.Builder permuted =
                Samples.builder(Shape.of(20), List.of("first", "second")).within(0, 1);
        problem.samples().forEach(sample -> permuted.add(sample.id(), sample.input(), 1 - sample.label()));

        RobustnessResult result = RobustnessEvaluation.of(problem.model()).evaluate(permuted.build(), linf(0.001));

        assertThat(result.robustAccuracy()).isLessThanOrEqualTo(0.1);
        assertThat(result.obstacles()).first().asString().contains("the order of the classes is that of the training");
    }

    @Test
    void an_answer_as_one_hot_vector_is_never_robust() {
        DifferentiableClassifier oneHot = new Delegating(problem.model()) {
            @Override
            public void logits(float[] inputs, int count, float[] logits) {
                super.logits(inputs, count, logits);
                for (int i = 0; i < count; i++) {
                    boolean isFirst = logits[2 * i] > logits[2 * i + 1];
                    logits[2 * i] = isFirst ? 1 : 0;
                    logits[2 * i + 1] = isFirst ? 0 : 1;
                }
            }

            @Override
            public void inputGradients(
                    float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
                logits(inputs, count, logits);
                Arrays.fill(gradients, 0, 20 * count, 0);
            }
        };

        assertThat(evaluate(oneHot).obstacles()).first().asString().contains("are probabilities");
        assertThat(evaluate(oneHot).robustAccuracy()).isZero();
    }

    @Test
    void a_fast_copy_that_is_another_model_is_found_out_without_a_perturbation() {
        Network other = new AffineProblem("another", 1).model();
        DifferentiableClassifier copy = new Delegating(other) {
            @Override
            public Classifier original() {
                return problem.model();
            }
        };

        assertThat(evaluate(copy).obstacles())
                .first()
                .asString()
                .startsWith("A perturbation of size 0 changes the answer: for 32 of 32 samples")
                .contains("check how the classifier was made");
    }

    @Test
    void a_gradient_that_is_zero_at_most_inputs_is_found_out_although_it_is_not_zero_everywhere() {
        DifferentiableClassifier flatAtFirst = new Delegating(problem.model()) {
            @Override
            public void inputGradients(
                    float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
                super.inputGradients(inputs, count, cotangent, logits, gradients);
                for (int i = 0; i < count; i++) {
                    if (isSample(Arrays.copyOfRange(inputs, 20 * i, 20 * (i + 1)))) {
                        Arrays.fill(gradients, 20 * i, 20 * (i + 1), 0);
                    }
                }
            }
        };

        assertThat(RobustnessEvaluation.of(flatAtFirst)
                        .withAttack(Apgd.withDefaults())
                        .evaluate(problem.samples(), linf(0.01))
                        .obstacles())
                .singleElement()
                .asString()
                .startsWith("The gradients are zero: for 32 of 32 samples");
    }

    private boolean isSample(float[] input) {
        for (Sample sample : problem.samples()) {
            if (Arrays.equals(sample.input(), input)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_diagnostic_shows_its_number() {
        assertThat(Diagnostic.of("zero gradients", 0.25, 0.5, "They are.", "Look."))
                .hasToString("zero gradients: 0.2500 (at most 0.5)");
        assertThat(Diagnostic.of("zero gradients", 0.75, 0.5, "They are.", "Look."))
                .hasToString("zero gradients: 0.7500 (at most 0.5): They are. Look.");
    }

    private RobustnessResult evaluate(DifferentiableClassifier model) {
        return RobustnessEvaluation.of(model).evaluate(problem.samples(), linf(0.01));
    }

    /** Multiplies the logits of a model, and adds to them. */
    private static final class Shifted extends Delegating {

        private final float factor;
        private final float shift;

        Shifted(DifferentiableClassifier delegate, float factor, float shift) {
            super(delegate);
            this.factor = factor;
            this.shift = shift;
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            super.logits(inputs, count, logits);
            change(logits, count * 2);
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            super.inputGradients(
                    inputs,
                    count,
                    (index, z, u) -> {
                        float[] changed = z.clone();
                        change(changed, changed.length);
                        cotangent.write(index, changed, u);
                        for (int k = 0; k < u.length; k++) {
                            u[k] *= factor;
                        }
                    },
                    logits,
                    gradients);
            change(logits, count * 2);
        }

        private void change(float[] logits, int length) {
            for (int k = 0; k < length; k++) {
                logits[k] = factor * logits[k] + shift;
            }
        }
    }
}
