package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Attack;
import org.robustest.attack.Budget;
import org.robustest.attack.Cascade;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Models, samples and attacks with something wrong with them: none may come out as robust. */
class BrokenModelsTest {

    private final AffineProblem problem = new AffineProblem("broken", 100);

    @Test
    void no_samples_are_an_obstacle() {
        Samples none = problem.samples().where(sample -> false);

        RobustnessResult result = evaluate(problem.model(), none);

        assertThat(result.obstacles())
                .containsExactly(
                        "There are no samples: nothing was tested. Check what the provider of the samples returns.");
    }

    @Test
    void a_model_with_the_same_logits_for_everything_is_right_about_nothing() {
        Network constant = Network.sequential(Shape.of(20), List.of(Dense.of(new float[40], new float[] {3, 3})));

        RobustnessResult result = evaluate(constant, problem.samples());

        assertThat(result.robustAccuracy()).isZero();
        assertThat(result.obstacles()).last().asString().startsWith("No sample is classified correctly");
    }

    @Test
    void a_model_that_always_gives_the_same_logits_is_found_out_although_nothing_moves_it() {
        Network constant = Network.sequential(Shape.of(20), List.of(Dense.of(new float[40], new float[] {3, 5})));

        assertThat(evaluate(constant, problem.samples()).obstacles())
                .singleElement()
                .asString()
                .startsWith("The model gives the same logits for each of the 100 samples, [3.0, 5.0].");
    }

    @Test
    void a_model_that_answers_by_chance_is_found_out() {
        AtomicLong calls = new AtomicLong();
        DifferentiableClassifier noisy = answering((inputs, count, logits) -> {
            logits[0] += 0.1f * calls.incrementAndGet();
        });

        assertThat(evaluate(noisy, problem.samples()).obstacles())
                .last()
                .asString()
                .contains("when asked again in another batch; switch off dropout");
    }

    @Test
    void a_model_whose_answers_depend_on_the_batch_is_found_out() {
        DifferentiableClassifier normalizing = answering((inputs, count, logits) -> {
            for (int i = 1; i < count; i++) {
                logits[2 * i] += 0.05f * inputs[20 * (i - 1)];
            }
        });

        assertThat(evaluate(normalizing, problem.samples()).obstacles())
                .singleElement()
                .asString()
                .contains("when asked again in another batch");
    }

    @Test
    void probabilities_given_as_logits_are_an_obstacle() {
        DifferentiableClassifier softmax = answering((inputs, count, logits) -> {
            for (int i = 0; i < count; i++) {
                double first = 1 / (1 + Math.exp(logits[2 * i + 1] - logits[2 * i]));
                logits[2 * i] = (float) first;
                logits[2 * i + 1] = (float) (1 - first);
            }
        });

        assertThat(evaluate(softmax, problem.samples()).obstacles())
                .first()
                .asString()
                .startsWith("The outputs of the model are probabilities")
                .contains("the values before the softmax");
    }

    @Test
    void logits_that_are_not_numbers_are_an_obstacle_that_shows_them() {
        float poisoned = problem.samples().get(7).input()[0];
        DifferentiableClassifier broken = answering((inputs, count, logits) -> {
            for (int i = 0; i < count; i++) {
                if (inputs[i * 20] == poisoned) {
                    logits[i * 2] = Float.NaN;
                }
            }
        });

        RobustnessResult result = evaluate(broken, problem.samples());

        assertThat(result.verdicts(Verdict.Failed.class)).hasSize(1);
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .startsWith(
                        "1 of 100 samples could not be judged. The first is sample 7: the model gives the logits [NaN")
                .endsWith("for the input itself.");
    }

    @Test
    void logits_that_stop_being_numbers_during_the_attack_are_an_obstacle() {
        DifferentiableClassifier broken = new Delegating(problem.model()) {
            @Override
            public void inputGradients(
                    float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
                super.inputGradients(
                        inputs,
                        count,
                        (index, z, u) -> cotangent.write(index, new float[] {Float.NEGATIVE_INFINITY, z[1]}, u),
                        logits,
                        gradients);
            }
        };

        RobustnessResult result = evaluate(broken, problem.samples());

        assertThat(result.robustAccuracy()).isZero();
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .contains("90 of 100 samples could not be judged")
                .contains("the model gives the logits [-Infinity")
                .contains("at attack 1 of 6, the input itself of nearest classes(");
    }

    @Test
    void an_original_that_gives_no_numbers_where_its_copy_is_wrong_is_an_obstacle() {
        Samples one = problem.samples().where(sample -> sample.id().equals("sample 1"));
        int label = one.get(0).label();
        DifferentiableClassifier copy = new Delegating(problem.model()) {
            @Override
            public Classifier original() {
                return answering((inputs, count, logits) -> {
                    for (int i = 0; i < count; i++) {
                        boolean isWrong = logits[2 * i + label] <= logits[2 * i + 1 - label];
                        logits[2 * i] = isWrong ? Float.NaN : logits[2 * i];
                    }
                });
            }
        };

        RobustnessResult result = RobustnessEvaluation.of(copy).evaluate(one, linf(0.5));

        assertThat(result.robustAccuracy()).isZero();
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .contains("the model itself gives the logits [NaN")
                .contains("one step to class");
    }

    @Test
    void an_attack_whose_budget_is_for_no_question_is_an_obstacle() {
        RobustnessResult result = RobustnessEvaluation.of(problem.model())
                .withoutCertificates()
                .withAttack(Cascade.standard().within(new Budget(1000, 0)))
                .evaluate(problem.samples().where(sample -> sample.id().equals("sample 1")), linf(0.5));

        assertThat(result.robustAccuracy()).isZero();
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .contains(
                        "its budget, 1000 forwards, 0 backwards, does not cover its first question, so that nothing was"
                                + " searched; give it a larger one");
    }

    @Test
    void an_input_outside_the_declared_range_is_an_obstacle_that_names_it() {
        Samples samples = Samples.builder(Shape.of(20), List.of("first", "second"))
                .within(0, 1)
                .add(
                        "inside",
                        problem.samples().get(1).input(),
                        problem.samples().get(1).label())
                .add("outside", changed(problem.samples().get(2).input(), 3, 1.5f), 0)
                .add("undefined", changed(problem.samples().get(3).input(), 4, Float.NaN), 0)
                .build();

        RobustnessResult result = evaluate(problem.model(), samples);

        assertThat(result.obstacles())
                .containsExactly(
                        "2 of 3 samples could not be judged. The first is outside: its value 1.5 at index 3 lies"
                                + " outside the declared range [0.0, 1.0].");
    }

    @Test
    void a_model_that_stops_on_one_input_fails_for_that_input_alone() {
        float poisoned = problem.samples().get(5).input()[0];
        DifferentiableClassifier broken = new Delegating(problem.model()) {
            @Override
            public void logits(float[] inputs, int count, float[] logits) {
                for (int i = 0; i < count; i++) {
                    if (inputs[i * 20] == poisoned) {
                        throw new IllegalStateException("no such beat");
                    }
                }
                super.logits(inputs, count, logits);
            }
        };

        RobustnessResult result = evaluate(broken, problem.samples());

        assertThat(result.verdicts(Verdict.Failed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.sample().id()).isEqualTo("sample 5"))
                .satisfies(failed -> assertThat(failed.reason()).contains("no such beat"));
    }

    @Test
    void an_attack_that_leaves_the_set_is_caught() {
        // The mirror image is usually of another class and always far away.
        Attack cheating = new OnePoint("cheating", (sample, region, seed, point) -> {
            for (int i = 0; i < point.length; i++) {
                point[i] = 1 - sample.input()[i];
            }
        });

        RobustnessResult result =
                RobustnessEvaluation.of(problem.model()).withAttack(cheating).evaluate(problem.samples(), linf(0.01));

        assertThat(result.verdicts(Verdict.Broken.class)).isEmpty();
        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .contains("90 of 100 samples could not be judged")
                .contains("proposed a point outside of linf(0.01).within(0.0, 1.0)");
    }

    private static RobustnessResult evaluate(DifferentiableClassifier model, Samples samples) {
        return RobustnessEvaluation.of(model).withThreads(2).evaluate(samples, linf(0.01));
    }

    private static float[] changed(float[] input, int index, float value) {
        input[index] = value;
        return input;
    }

    private DifferentiableClassifier answering(LogitsChange change) {
        return new Delegating(problem.model()) {
            @Override
            public void logits(float[] inputs, int count, float[] logits) {
                super.logits(inputs, count, logits);
                change.apply(inputs, count, logits);
            }
        };
    }

    @FunctionalInterface
    private interface LogitsChange {
        void apply(float[] inputs, int count, float[] logits);
    }
}
