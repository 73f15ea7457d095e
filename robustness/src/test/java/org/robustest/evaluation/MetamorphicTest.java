package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Norm;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.random.RandomStream;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** What must not change when a question is put otherwise, and how it must change when the question does. */
class MetamorphicTest {

    private static final int LEADS = 2;
    private static final int LENGTH = 6;
    private static final int INPUTS = LEADS * LENGTH;
    private static final int HIDDEN = 10;
    private static final int CLASSES = 3;
    private static final PerturbationSet SET = linf(0.05).within(0, 1);

    private final float[] first = uniform(RandomStream.of(1, "first"), HIDDEN * INPUTS);
    private final float[] second = uniform(RandomStream.of(1, "second"), CLASSES * HIDDEN);
    private final Network model = model(first, second);
    private final Samples samples = samples(input -> input, label -> label);

    @Test
    void another_order_of_the_classes_changes_no_verdict() {
        int[] order = {2, 0, 1};
        float[] permuted = new float[second.length];
        for (int k = 0; k < CLASSES; k++) {
            System.arraycopy(second, k * HIDDEN, permuted, order[k] * HIDDEN, HIDDEN);
        }

        assertThat(kinds(model(first, permuted), samples(input -> input, label -> order[label]), SET))
                .isEqualTo(kinds(model, samples, SET));
    }

    @Test
    void another_order_of_the_leads_changes_no_verdict() {
        float[] permuted = first.clone();
        for (int h = 0; h < HIDDEN; h++) {
            swapLeads(permuted, h * INPUTS);
        }
        Samples swapped = samples(
                input -> {
                    swapLeads(input, 0);
                    return input;
                },
                label -> label);

        assertThat(kinds(model(permuted, second), swapped, SET)).isEqualTo(kinds(model, samples, SET));
    }

    private static void swapLeads(float[] values, int offset) {
        for (int t = 0; t < LENGTH; t++) {
            float kept = values[offset + t];
            values[offset + t] = values[offset + LENGTH + t];
            values[offset + LENGTH + t] = kept;
        }
    }

    /** By a power of two, which changes exponents only, so that not a bit of the search differs. */
    @ParameterizedTest
    @EnumSource
    void another_unit_of_the_inputs_changes_no_verdict_if_epsilon_is_in_that_unit(Norm norm) {
        float[] scaled = first.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= 4;
        }
        Samples inOtherUnit = samples(
                input -> {
                    for (int i = 0; i < input.length; i++) {
                        input[i] *= 4;
                    }
                    return input;
                },
                label -> label);
        double epsilon = 0.0625;

        assertThat(kinds(
                        model(scaled, second),
                        inOtherUnit,
                        norm.ball(4 * epsilon).within(0, 4)))
                .isEqualTo(kinds(model, samples, norm.ball(epsilon).within(0, 1)));
    }

    @Test
    void a_sample_that_is_there_twice_gets_the_verdict_it_gets_alone() {
        Samples.Builder doubled =
                Samples.builder(samples.shape(), samples.classNames()).within(0, 1);
        samples.forEach(sample -> doubled.add(sample.id(), sample.input(), sample.label())
                .add(sample.id() + " again", sample.input(), sample.label()));

        Map<String, String> kinds = kinds(model, doubled.build(), SET);

        kinds(model, samples, SET).forEach((id, kind) -> {
            assertThat(kinds).containsEntry(id, kind);
            assertThat(kinds).containsEntry(id + " again", kind);
        });
    }

    @ParameterizedTest
    @EnumSource
    void more_room_breaks_more_and_proves_less(Norm norm) {
        RobustnessResult before = evaluate(norm.ball(0).within(0, 1));
        for (double epsilon : new double[] {0.01, 0.02, 0.05, 0.1, 0.2}) {
            RobustnessResult result = evaluate(norm.ball(epsilon).within(0, 1));
            assertThat(result.robustAccuracy()).isLessThanOrEqualTo(before.robustAccuracy());
            assertThat(result.certifiedAccuracy()).isLessThanOrEqualTo(before.certifiedAccuracy());
            assertThat(result.cleanAccuracy()).isEqualTo(before.cleanAccuracy());
            before = result;
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_room_leaves_the_accuracy_without_a_perturbation(Norm norm) {
        RobustnessResult result = evaluate(norm.ball(0).within(0, 1));

        assertThat(result.robustAccuracy()).isEqualTo(result.cleanAccuracy()).isEqualTo(1);
        assertThat(result.verdicts(Verdict.Broken.class)).isEmpty();
        assertThat(result.obstacles()).isEmpty();
    }

    private RobustnessResult evaluate(PerturbationSet set) {
        return RobustnessEvaluation.of(model).evaluate(samples, set);
    }

    /** Without certificates, whose rounding terms are not symmetric, and without the random numbers that follow the id. */
    private static Map<String, String> kinds(Network model, Samples samples, PerturbationSet set) {
        RobustnessResult result =
                RobustnessEvaluation.of(model).withoutCertificates().evaluate(samples, set);
        assertThat(result.robustAccuracy()).isBetween(0.1, 0.95);
        return result.verdicts().stream()
                .collect(Collectors.toMap(
                        verdict -> verdict.sample().id(),
                        verdict -> verdict.getClass().getSimpleName()));
    }

    private Samples samples(Change<float[]> input, Change<Integer> label) {
        RandomStream random = RandomStream.of(2, "metamorphic");
        Samples.Builder builder = Samples.builder(
                Shape.of(LEADS, LENGTH),
                IntStream.range(0, CLASSES).mapToObj(k -> "class " + k).toList());
        for (int n = 0; n < 60; n++) {
            float[] drawn = new float[INPUTS];
            for (int i = 0; i < INPUTS; i++) {
                drawn[i] = (float) random.nextDouble();
            }
            int predicted = prediction(drawn);
            builder.add("sample " + n, input.of(drawn), label.of(predicted));
        }
        return builder.build();
    }

    private int prediction(float[] input) {
        float[] logits = new float[CLASSES];
        model(first, second).logits(input, 1, logits);
        return IntStream.range(0, CLASSES)
                .filter(k -> Logits.areCorrect(logits, k))
                .findFirst()
                .orElseThrow();
    }

    private static Network model(float[] first, float[] second) {
        return Network.sequential(
                Shape.of(LEADS, LENGTH),
                List.of(
                        Dense.of(first, new float[HIDDEN]),
                        Activation.of(Activations.relu()),
                        Dense.of(second, new float[CLASSES])));
    }

    private static float[] uniform(RandomStream random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }

    @FunctionalInterface
    private interface Change<T> {
        T of(T before);
    }
}
