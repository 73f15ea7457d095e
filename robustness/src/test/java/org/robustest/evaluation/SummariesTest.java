package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.classifier.Cotangent;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;
import org.robustest.random.RandomStream;
import org.robustest.samples.InputRange;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** What a result can be summed up to, on models whose answer is known. */
class SummariesTest {

    private static final InputRange RANGE = new InputRange(0, 1);

    private final AffineClasses problem = new AffineClasses(3, 60);
    private final RobustnessEvaluation evaluation = RobustnessEvaluation.of(problem.model());

    @ParameterizedTest
    @EnumSource
    void the_smallest_perturbation_of_an_affine_model_is_its_exact_radius(Norm norm) {
        List<MinimumPerturbation> found = evaluation.minimumPerturbations(
                problem.samples(), epsilon -> norm.ball(epsilon).within(RANGE), 30, 20);

        for (MinimumPerturbation minimum : found) {
            double radius = problem.radius(minimum.sample(), norm);
            assertThat(minimum.broken()).isCloseTo(radius, within(1e-4 * (1 + radius)));
            assertThat(minimum.unbroken()).isCloseTo(radius, within(1e-4 * (1 + radius)));
            assertThat(minimum.certified()).isBetween(radius * (1 - 1e-2) - 1e-3, radius);
            assertThat(minimum.counterexample().orElseThrow().distance()).isLessThanOrEqualTo(minimum.broken());
        }
    }

    @Test
    void what_the_model_gets_wrong_by_itself_needs_no_perturbation() {
        Network opposite = Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {1, -1}, new float[] {0, 0})));
        Samples samples = Samples.builder(Shape.of(1), List.of("positive", "negative"))
                .add("wrong", new float[] {1}, 1)
                .add("right", new float[] {2}, 0)
                .build();

        List<MinimumPerturbation> found =
                RobustnessEvaluation.of(opposite).minimumPerturbations(samples, epsilon -> linf(epsilon), 1, 10);

        assertThat(found.get(0).broken()).isZero();
        assertThat(found.get(1).broken()).isInfinite();
        assertThat(found.get(1).certified()).isEqualTo(1);
    }

    @Test
    void a_range_of_the_sets_holds_for_every_size_although_the_samples_declare_a_narrower_one() {
        Network above =
                Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {1, -1}, new float[] {-0.3f, 0.3f})));
        Samples samples = Samples.builder(Shape.of(1), List.of("above", "below"))
                .within(0.4, 0.6)
                .add("a", new float[] {0.5f}, 0)
                .build();

        MinimumPerturbation found = RobustnessEvaluation.of(above)
                .minimumPerturbations(samples, epsilon -> linf(epsilon).within(0, 1), 0.4, 10)
                .get(0);

        assertThat(found.broken()).isCloseTo(0.2, within(1e-3));
        assertThat(found.unbroken()).isLessThan(0.2);
        assertThat(found.certified()).isLessThan(0.2);
    }

    @Test
    void a_search_that_fails_in_a_smaller_set_does_not_make_a_counterexample_forgotten() {
        Network positive = Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {1, -1}, new float[] {-1, 1})));
        Delegating poisoned = new Delegating(positive) {
            @Override
            public void inputGradients(
                    float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
                super.inputGradients(inputs, count, cotangent, logits, gradients);
                poison(inputs, count, logits);
            }

            @Override
            public void logits(float[] inputs, int count, float[] logits) {
                super.logits(inputs, count, logits);
                poison(inputs, count, logits);
            }

            private void poison(float[] inputs, int count, float[] logits) {
                for (int i = 0; i < count; i++) {
                    logits[2 * i] = Math.abs(inputs[i]) < 0.1 ? Float.NaN : logits[2 * i];
                }
            }
        };
        Samples samples = Samples.builder(Shape.of(1), List.of("positive", "negative"))
                .add("two", new float[] {2}, 0)
                .build();

        MinimumPerturbation found = RobustnessEvaluation.of(poisoned)
                .minimumPerturbations(samples, epsilon -> linf(epsilon), 4, 10)
                .get(0);

        assertThat(found.counterexample()).isPresent();
        assertThat(found.broken()).isEqualTo(4);
        assertThat(found.unbroken()).isZero();
    }

    @Test
    void the_area_under_a_curve_is_the_mean_of_its_accuracies() {
        // Sixty samples at 1, 2, ... 60 hundredths from the boundary: the accuracy falls linearly.
        Network sign = Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {1, -1}, new float[] {0, 0})));
        Samples.Builder samples = Samples.builder(Shape.of(1), List.of("positive", "negative"));
        for (int i = 1; i <= 60; i++) {
            samples.add("sample " + i, new float[] {i / 100f}, 0);
        }
        RobustnessCurve curve = new RobustnessCurve(
                RobustnessEvaluation.of(sign).curve(samples.build(), List.of(linf(0.105), linf(0.305), linf(0.605))));

        assertThat(curve.area())
                .isCloseTo(((1 + 50 / 60.0) * 0.105 + (50 / 60.0 + 0.5) * 0.2 + 0.5 * 0.3) / 2 / 0.605, within(1e-6));
        assertThat(curve.certifiedArea()).isCloseTo(curve.area(), within(1e-9));
        assertThat(curve).asString().contains("linf(0.305)").contains("area: robust 0.");
    }

    @Test
    void a_curve_needs_a_growing_epsilon() {
        RobustnessResult result = evaluation.evaluate(problem.samples(), linf(0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RobustnessCurve(List.of(result, result)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RobustnessCurve(List.of()));
    }

    @Test
    void parts_by_tag_make_up_the_whole() {
        RobustnessResult result = evaluation.evaluate(problem.samples(), linf(0.05));

        var parts = result.by(sample -> sample.id().substring(sample.id().length() - 1));

        assertThat(parts).hasSize(10);
        assertThat(parts.values().stream()
                        .mapToInt(part -> part.verdicts().size())
                        .sum())
                .isEqualTo(60);
        assertThat(parts.get("3").verdicts())
                .allSatisfy(verdict -> assertThat(verdict.sample().id()).endsWith("3"));
    }

    @Test
    void parts_by_the_tags_of_the_samples_and_by_class_make_up_the_whole() {
        Samples.Builder tagged =
                Samples.builder(Shape.of(20), problem.samples().classNames()).within(0, 1);
        for (int i = 0; i < 60; i++) {
            Map<String, String> tags = i < 10 ? Map.of() : Map.of("patient", "p" + i % 4, "lead", "II");
            tagged.add(
                    "sample " + i,
                    problem.samples().get(i).input(),
                    problem.samples().get(i).label(),
                    tags);
        }
        RobustnessResult result = evaluation.evaluate(tagged.build(), linf(0.05));

        assertThat(result.byTag("patient")).containsOnlyKeys("p0", "p1", "p2", "p3");
        assertThat(result.byTag("patient").values())
                .allSatisfy(part -> assertThat(part.verdicts()).hasSizeBetween(12, 13));
        assertThat(result.byTag("lead").get("II").verdicts()).hasSize(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.byTag("record"))
                .withMessage("no sample has the tag \"record\"; the tags are [lead, patient]."
                        + " Samples.Builder.add(id, input, label, tags) gives them");
        assertThat(result.forTag("patient", "p1").verdicts())
                .isEqualTo(result.byTag("patient").get("p1").verdicts());
        assertThat(result.forTag("patient", "p9").verdicts()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.forTag("pateint", "p1"))
                .withMessageStartingWith("no sample has the tag \"pateint\"; the tags are [lead, patient].");
        assertThat(result.byClass().keySet()).containsExactly("class 0", "class 1", "class 2");
        double certified = 0;
        for (RobustnessResult part : result.byClass().values()) {
            AccuracyInterval interval = part.accuracyInterval();
            assertThat(interval.certified()).isLessThanOrEqualTo(interval.robust());
            certified += interval.certified() * interval.samples() / 60;
        }
        assertThat(certified).isCloseTo(result.accuracyInterval().certified(), within(1e-9));
        assertThat(new AccuracyInterval(0.42, 0.51, 100)).hasToString("0.4200 to 0.5100 (100 samples)");
        assertThat(new AccuracyInterval(0.42, 0.51, 100).undecided()).isCloseTo(0.09, within(1e-9));
    }

    @Test
    void a_population_is_bounded_by_what_was_counted() {
        RobustnessResult result = evaluation.evaluate(problem.samples(), linf(0.05));

        assertThat(result.robustAccuracy())
                .isBetween(
                        result.robustAccuracy(0.95).lower(),
                        result.robustAccuracy(0.95).upper());
    }

    @ParameterizedTest
    @MethodSource("noises")
    void of_a_linear_model_the_noise_is_what_the_set_can_add_to_the_logit_also_where_it_is_described_by_parameters(
            PerturbationSet set) {
        float[] weights = new float[2 * 60];
        RandomStream random = RandomStream.of(6, "noise to signal");
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (2 * random.nextDouble() - 1);
        }
        Network linear = Network.sequential(Shape.of(1, 60), List.of(Dense.of(weights, new float[] {9, 0})));
        Samples samples = Samples.builder(Shape.of(1, 60), List.of("a", "b"))
                .add("flat", new float[60], 0)
                .build();

        double ratio = NoiseToSignalRatio.of(linear, samples, set).get(0).value();

        double[] slopes = new double[60];
        Arrays.setAll(slopes, i -> weights[i]);
        assertThat(ratio * (9 + 0.01)).isCloseTo(set.around(samples.get(0)).support(slopes), within(1e-4));
    }

    static PerturbationSet[] noises() {
        return new PerturbationSet[] {
            linf(0.1),
            Perturbations.l2(0.1),
            Perturbations.smooth(0.1),
            Perturbations.powerLine(0.1, 50, 360),
            Perturbations.muscleNoise(0.1, 360),
            Perturbations.baselineWander(0.1, 360),
            linf(0.1).onChannels(0)
        };
    }

    @Test
    void the_noise_to_signal_ratio_of_a_linear_model_is_that_of_its_weights() {
        Network linear =
                Network.sequential(Shape.of(2), List.of(Dense.of(new float[] {3, -4, 1, 1}, new float[] {0, 0})));
        Samples samples = Samples.builder(Shape.of(2), List.of("first", "second"))
                .add("right", new float[] {1, 0}, 0)
                .add("wrong", new float[] {-1, 0}, 0)
                .build();

        List<NoiseToSignalRatio> byLinf = NoiseToSignalRatio.of(linear, samples, Norm.LINF.ball(0.1));
        List<NoiseToSignalRatio> byL2 = NoiseToSignalRatio.of(linear, samples, Norm.L2.ball(0.1));

        assertThat(byLinf.get(0).value()).isCloseTo(0.7 / 3.01, within(1e-6));
        assertThat(byL2.get(0).value()).isCloseTo(0.5 / 3.01, within(1e-6));
        assertThat(byLinf.get(1).value()).isInfinite();
    }
}
