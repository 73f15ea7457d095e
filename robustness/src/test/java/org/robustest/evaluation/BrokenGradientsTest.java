package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;

/** Models whose gradients lead nowhere: none may come out as robust. */
class BrokenGradientsTest {

    private final AffineProblem problem = new AffineProblem("broken", 100);

    @Test
    void a_search_without_a_gradient_is_no_reason_to_call_a_model_robust() {
        requireUnsearchable(evaluate(deriving(problem.model(), gradients -> Arrays.fill(gradients, 0))));
    }

    @Test
    void a_model_that_rounds_its_inputs_hides_nothing() {
        Rounding rounding = new Rounding(problem.model());

        requireUnsearchable(evaluate(deriving(rounding, gradients -> Arrays.fill(gradients, 0))));
    }

    private static void requireUnsearchable(RobustnessResult result) {
        assertThat(result.robustAccuracy()).isZero();
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .contains("could not be judged")
                .contains("the gradient is zero at all")
                .contains("could not search");
    }

    @Test
    void gradients_of_the_wrong_sign_are_found_out() {
        DifferentiableClassifier checkered = deriving(problem.model(), gradients -> {
            for (int i = 0; i < gradients.length; i += 2) {
                gradients[i] = -gradients[i];
            }
        });

        requireFoundOut(evaluate(checkered));
    }

    @Test
    void gradients_that_are_made_up_for_a_model_that_rounds_are_found_out() {
        requireFoundOut(evaluate(new Rounding(problem.model())));
    }

    private static void requireFoundOut(RobustnessResult result) {
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .startsWith("The gradients do not say how the logits change: of 32 samples,")
                .contains("foretold")
                .contains("measured");
    }

    @Test
    void a_gradient_that_is_not_a_number_is_an_obstacle() {
        DifferentiableClassifier broken = deriving(problem.model(), gradients -> {
            gradients[3] = Float.NaN;
        });

        assertThat(evaluate(broken).obstacles())
                .singleElement()
                .asString()
                .contains("the model gives a gradient that is not finite at attack 1 of 6");
    }

    @Test
    void gradients_that_stop_on_one_input_fail_for_that_input_alone() {
        DifferentiableClassifier broken = new Delegating(problem.model()) {
            @Override
            public void inputGradients(
                    float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
                for (int i = 0; i < count; i++) {
                    if (inputs[i * 20] > 0.97f) {
                        throw new IllegalStateException("out of memory on the device");
                    }
                }
                super.inputGradients(inputs, count, cotangent, logits, gradients);
            }
        };

        RobustnessResult result = evaluate(broken);
        RobustnessResult healthy = evaluate(new Delegating(problem.model()));

        assertThat(result.verdicts(Verdict.Failed.class))
                .isNotEmpty()
                .allSatisfy(failed -> assertThat(failed.reason()).contains("out of memory on the device"));
        assertThat(result.verdicts(Verdict.Unbroken.class))
                .isNotEmpty()
                .hasSizeLessThan(healthy.verdicts(Verdict.Unbroken.class).size());
        for (int i = 0; i < result.verdicts().size(); i++) {
            if (!(result.verdicts().get(i) instanceof Verdict.Failed)) {
                assertThat(result.verdicts().get(i))
                        .hasSameClassAs(healthy.verdicts().get(i));
            }
        }
    }

    private RobustnessResult evaluate(DifferentiableClassifier model) {
        return RobustnessEvaluation.of(model).withThreads(2).evaluate(problem.samples(), linf(0.01));
    }

    private static DifferentiableClassifier deriving(
            DifferentiableClassifier model, Consumer<float[]> gradientsChange) {
        return new Delegating(model) {
            @Override
            public void inputGradients(
                    float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
                super.inputGradients(inputs, count, cotangent, logits, gradients);
                gradientsChange.accept(gradients);
            }
        };
    }

    /** Rounds its inputs, and gives the gradients of the model behind as its own. */
    private static final class Rounding extends Delegating {

        Rounding(DifferentiableClassifier delegate) {
            super(delegate);
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            super.logits(rounded(inputs), count, logits);
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            super.inputGradients(rounded(inputs), count, cotangent, logits, gradients);
        }

        private static float[] rounded(float[] inputs) {
            float[] rounded = inputs.clone();
            for (int i = 0; i < inputs.length; i++) {
                rounded[i] = Math.round(inputs[i] * 4) / 4f;
            }
            return rounded;
        }
    }
}
