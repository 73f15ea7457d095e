package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.attack.Pgd;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class RobustnessEvaluationTest {

    private final AffineProblem problem = new AffineProblem("affine", 200);
    private final RobustnessEvaluation evaluation = RobustnessEvaluation.of(problem.model());

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.05, 0.1, 0.2, 0.5})
    void robust_accuracy_of_an_affine_model_is_exact(double epsilon) {
        RobustnessResult result =
                evaluation.evaluate(problem.samples(), linf(epsilon).within(0, 1));

        for (Verdict verdict : result.verdicts()) {
            double radius = problem.radius(verdict.sample());
            // Floats of the model leave a gap of about 1e-6 around the exact radius in which either verdict is right.
            if (Math.abs(radius - epsilon) > 1e-6) {
                assertThat(verdict.isRobust())
                        .as("%s with radius %s", verdict, radius)
                        .isEqualTo(radius > epsilon);
            }
        }
    }

    @Test
    void misclassified_samples_count_as_wrong_and_are_not_attacked() {
        RobustnessResult result = evaluation.evaluate(problem.samples(), linf(0.001));

        assertThat(result.verdicts(Verdict.Misclassified.class))
                .hasSize(20)
                .allSatisfy(verdict -> assertThat(verdict.effort()).isEqualTo(new Effort(1, 0)));
        assertThat(result.cleanAccuracy()).isEqualTo(0.9);
        assertThat(result.robustAccuracy()).isLessThanOrEqualTo(0.9);
    }

    @Test
    void every_counterexample_lies_in_the_set_and_breaks_the_model() {
        PerturbationSet set = linf(0.1).within(0, 1);

        List<Verdict.Broken> broken =
                evaluation.evaluate(problem.samples(), set).verdicts(Verdict.Broken.class);

        assertThat(broken).isNotEmpty().allSatisfy(verdict -> {
            Counterexample counterexample = verdict.counterexample();
            assertThat(counterexample.liesIn(set)).isTrue();
            assertThat(counterexample.breaks(problem.model())).isTrue();
            assertThat(counterexample.distance()).isLessThanOrEqualTo(0.1);
            assertThat(counterexample.margin()).isLessThanOrEqualTo(0);
            assertThat(counterexample.prediction())
                    .isEqualTo(1 - counterexample.sample().label());
        });
    }

    @Test
    void a_sample_is_dropped_in_the_step_in_which_it_falls() {
        RobustnessResult result =
                evaluation.evaluate(problem.samples(), linf(0.5).within(0, 1));

        assertThat(result.verdicts(Verdict.Broken.class))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.effort().backwards()).isLessThan(25));
    }

    @Test
    void what_an_unbroken_sample_has_cost_is_counted_with_the_random_points_behind_the_search() {
        RobustnessResult result = evaluation
                .withoutCertificates()
                .withAttack(Pgd.withDefaults().withSteps(20).withRestarts(3))
                .evaluate(problem.samples(), linf(0.001));

        assertThat(result.verdicts(Verdict.Unbroken.class))
                .isNotEmpty()
                .filteredOn(verdict -> !new Probes(0, problem.model(), true).isChosen(verdict.sample()))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.effort()).isEqualTo(new Effort(2 + 3 * 21 + 2, 3 * 20)));
    }

    @Test
    void a_sample_is_certified_with_a_margin_that_holds() {
        RobustnessResult result = evaluation.evaluate(problem.samples(), linf(0.001));

        assertThat(result.verdicts(Verdict.Certified.class))
                .isNotEmpty()
                .allSatisfy(
                        verdict -> assertThat(verdict.certificate().margin()).isPositive());
        assertThat(result.certifiedAccuracy()).isEqualTo(result.robustAccuracy());
        assertThat(result.certifier()).startsWith("interval bounds");
        assertThat(result.soughtCertificates()).isTrue();
        assertThat(evaluation
                        .withoutCertificates()
                        .evaluate(problem.samples(), linf(0.001))
                        .soughtCertificates())
                .isFalse();
    }

    @Test
    void a_model_that_cannot_be_bounded_says_why_nothing_is_certified() {
        RobustnessResult result =
                RobustnessEvaluation.of(new Delegating(problem.model())).evaluate(problem.samples(), linf(0.001));

        assertThat(result.certifiedAccuracy()).isZero();
        assertThat(result.certifier()).startsWith("none: the logits of the model cannot be bounded");
        assertThat(result.soughtCertificates()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void the_number_of_threads_changes_no_bit(int threads) {
        assertThat(ResultText.of(evaluation.withThreads(threads).evaluate(problem.samples(), linf(0.1))))
                .isEqualTo(ResultText.of(evaluation.withThreads(3).evaluate(problem.samples(), linf(0.1))));
    }

    @Test
    void the_order_of_the_samples_changes_no_bit() {
        List<Sample> shuffled = new ArrayList<>();
        problem.samples().forEach(shuffled::add);
        Collections.shuffle(shuffled, new Random(2));
        Samples.Builder builder = Samples.builder(
                        problem.samples().shape(), problem.samples().classNames())
                .within(0, 1);
        shuffled.forEach(sample -> builder.add(sample.id(), sample.input(), sample.label()));

        assertThat(ResultText.of(evaluation.evaluate(builder.build(), linf(0.1))))
                .isEqualTo(ResultText.of(evaluation.evaluate(problem.samples(), linf(0.1))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 800})
    void the_size_of_the_batches_changes_no_bit(int batchSize) {
        DifferentiableClassifier other = new Delegating(problem.model()) {
            @Override
            public int preferredBatchSize() {
                return batchSize;
            }
        };
        assertThat(ResultText.of(RobustnessEvaluation.of(other).evaluate(problem.samples(), linf(0.1))))
                .isEqualTo(ResultText.of(evaluation.withoutCertificates().evaluate(problem.samples(), linf(0.1))));
    }

    @Test
    void another_seed_starts_elsewhere() {
        RobustnessEvaluation pgd = evaluation.withAttack(Pgd.withDefaults());
        assertThat(ResultText.of(pgd.withSeed(1).evaluate(problem.samples(), linf(0.1))))
                .isNotEqualTo(ResultText.of(pgd.evaluate(problem.samples(), linf(0.1))));
    }

    @Test
    void on_a_curve_a_fallen_sample_stays_fallen_with_its_counterexample() {
        List<RobustnessResult> curve = evaluation.curve(
                problem.samples(), List.of(linf(0.05).within(0, 1), linf(0.1).within(0, 1)));

        Map<String, Counterexample> first = counterexamples(curve.get(0));
        Map<String, Counterexample> second = counterexamples(curve.get(1));
        assertThat(first).isNotEmpty();
        assertThat(second).hasSizeGreaterThan(first.size()).containsAllEntriesOf(first);
        assertThat(curve.get(1).robustAccuracy()).isLessThan(curve.get(0).robustAccuracy());
    }

    @Test
    void a_curve_finds_what_each_set_by_itself_does() {
        List<PerturbationSet> sets = DoubleStream.of(0.01, 0.03, 0.05, 0.1, 0.2)
                .<PerturbationSet>mapToObj(epsilon -> linf(epsilon).within(0, 1))
                .toList();

        for (RobustnessEvaluation each : List.of(evaluation, evaluation.withoutCertificates())) {
            List<RobustnessResult> curve = each.curve(problem.samples(), sets);
            for (RobustnessResult result : curve) {
                RobustnessResult alone = each.evaluate(problem.samples(), result.set());
                assertThat(result.robustAccuracy()).isEqualTo(alone.robustAccuracy());
                assertThat(result.certifiedAccuracy()).isEqualTo(alone.certifiedAccuracy());
                assertThat(result.cleanAccuracy()).isEqualTo(alone.cleanAccuracy());
            }
        }
    }

    @Test
    void the_declared_range_of_the_samples_restricts_a_set_without_one() {
        assertThat(evaluation.evaluate(problem.samples(), linf(0.1)).set()).hasToString("linf(0.1).within(0.0, 1.0)");
        assertThat(evaluation
                        .evaluate(problem.samples(), linf(0.1).within(-1, 2))
                        .set())
                .hasToString("linf(0.1).within(-1.0, 2.0)");
    }

    @Test
    void a_range_without_an_end_is_a_range() {
        RobustnessResult result = RobustnessEvaluation.of(problem.model())
                .withoutCertificates()
                .evaluate(problem.samples(), linf(0.001).within(0, Double.POSITIVE_INFINITY));

        assertThat(result.obstacles()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::name)
                .contains("broken by chance")
                .doesNotContain("unbroken in the whole range");
    }

    @Test
    void the_original_has_the_last_word_over_a_counterexample() {
        DifferentiableClassifier liar = new Delegating(problem.model()) {
            @Override
            public Classifier original() {
                return new Delegating(problem.model()) {
                    @Override
                    public void logits(float[] inputs, int count, float[] logits) {
                        problem.model().logits(inputs, count, logits);
                        for (int i = 0; i < count; i++) {
                            boolean isPerturbed = !isSample(Arrays.copyOfRange(inputs, 20 * i, 20 * (i + 1)));
                            for (int k = 2 * i; k < 2 * (i + 1); k++) {
                                logits[k] = isPerturbed ? -logits[k] : logits[k];
                            }
                        }
                    }
                };
            }
        };

        RobustnessResult result = RobustnessEvaluation.of(liar).evaluate(problem.samples(), linf(0.5));

        assertThat(result.verdicts(Verdict.Broken.class)).isEmpty();
    }

    private boolean isSample(float[] input) {
        return StreamSupport.stream(problem.samples().spliterator(), false)
                .anyMatch(sample -> Arrays.equals(sample.input(), input));
    }

    @Test
    void samples_of_another_shape_or_number_of_classes_are_refused() {
        Samples wide = Samples.builder(Shape.of(21), List.of("a", "b")).build();
        Samples manyClasses =
                Samples.builder(Shape.of(20), List.of("a", "b", "c")).build();

        assertThatThrownBy(() -> evaluation.evaluate(wide, linf(0.1)))
                .hasMessage("the model takes inputs of shape [20], but the samples have shape [21]");
        assertThatThrownBy(() -> evaluation.evaluate(manyClasses, linf(0.1)))
                .hasMessage("the model has 2 outputs, but the samples have 3 classes: [a, b, c]");
    }

    private static Map<String, Counterexample> counterexamples(RobustnessResult result) {
        return result.verdicts(Verdict.Broken.class).stream()
                .map(Verdict.Broken::counterexample)
                .collect(Collectors.toMap(
                        counterexample -> counterexample.sample().id(), counterexample -> counterexample));
    }
}
