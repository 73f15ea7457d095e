package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.bandLimited;
import static org.robustest.perturbation.Perturbations.baselineWander;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.leadGain;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.linfPerChannel;
import static org.robustest.perturbation.Perturbations.smooth;
import static org.robustest.perturbation.Perturbations.timeShift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Attack;
import org.robustest.attack.Budget;
import org.robustest.attack.HopSkipJump;
import org.robustest.attack.Spsa;
import org.robustest.attack.Square;
import org.robustest.attack.UniformNoise;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Layer;
import org.robustest.network.Network;
import org.robustest.perturbation.Mask;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** What has to hold of every attack, on signals of two channels and a network of two layers. */
class AllAttacksTest {

    private static final Shape SHAPE = Shape.of(2, 30);
    private static final int CLASSES = 4;

    private static final Network MODEL = network(CLASSES);
    private static final Samples SAMPLES = samples(MODEL, 40);

    static Stream<Attack> attacks() {
        return AttackExample.all();
    }

    static Stream<Attack> attacksWithGradients() {
        return AttackExample.withGradients();
    }

    static Stream<Attack> gradientFreeAttacks() {
        return AttackExample.gradientFree();
    }

    private static Stream<PerturbationSet> sets() {
        return Stream.of(
                linf(0.05),
                l2(0.3),
                l1(1.5),
                l2(0.3).and(linf(0.05)),
                linfPerChannel(0.1, 0),
                linf(0.1).where(Mask.between(3, 20)),
                l2(0.4).onChannels(1),
                smooth(0.1),
                bandLimited(0.4, 2, 20, 100),
                baselineWander(0.1, 50).where(Mask.channels(0)),
                leadGain(0.2),
                timeShift(2));
    }

    static Stream<Arguments> attacksInSets() {
        return attacks().flatMap(attack -> sets().map(set -> Arguments.of(attack, set.within(0, 1))));
    }

    @ParameterizedTest
    @MethodSource("attacksInSets")
    void counterexamples_lie_in_the_set_and_break_the_model(Attack attack, PerturbationSet set) {
        RobustnessResult result = evaluation(MODEL, attack).evaluate(SAMPLES, set);

        assertThat(result.verdicts(Verdict.Failed.class)).isEmpty();
        assertThat(result.verdicts(Verdict.Broken.class)).allSatisfy(verdict -> {
            assertThat(verdict.counterexample().liesIn(set)).isTrue();
            assertThat(verdict.counterexample().breaks(MODEL)).isTrue();
            assertThat(verdict.counterexample().distance()).isLessThanOrEqualTo(set.epsilon());
        });
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void every_attack_breaks_some_sample_in_a_ball_of_each_norm(Attack attack) {
        for (PerturbationSet set : List.of(linf(0.3), l2(2), l1(20))) {
            assertThat(evaluation(MODEL, attack).evaluate(SAMPLES, set).verdicts(Verdict.Broken.class))
                    .as("%s", set)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void threads_and_batches_and_the_order_of_the_samples_change_no_bit(Attack attack) {
        List<Sample> shuffled = new ArrayList<>();
        SAMPLES.forEach(shuffled::add);
        Collections.shuffle(shuffled, new Random(3));
        Samples.Builder builder = Samples.builder(SHAPE, SAMPLES.classNames()).within(0, 1);
        shuffled.forEach(sample -> builder.add(sample.id(), sample.input(), sample.label()));
        DifferentiableClassifier otherBatches = new Delegating(MODEL) {
            @Override
            public int preferredBatchSize() {
                return 7;
            }
        };
        for (PerturbationSet set : List.of(linf(0.05), l2(0.3), smooth(0.1))) {
            Map<String, String> expected =
                    describe(evaluation(MODEL, attack).withThreads(1).evaluate(SAMPLES, set));
            assertThat(describe(evaluation(otherBatches, attack).withThreads(5).evaluate(builder.build(), set)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void an_attack_spends_exactly_its_budget_on_what_stands(Attack attack) {
        Effort whole = effortOnUnbroken(attack);
        Effort limited = effortOnUnbroken(attack.within(new Budget(9, 4)));
        Effort ofNone = effortOnUnbroken(attack.within(Budget.ofForwards(0)));

        assertThat(limited.forwards()).isLessThanOrEqualTo(9);
        assertThat(limited.backwards()).isLessThanOrEqualTo(4);
        boolean wantedMore = whole.forwards() > 9 || whole.backwards() > 4;
        if (wantedMore) {
            assertThat(limited.forwards() == 9 || limited.backwards() == 4).isTrue();
        } else {
            assertThat(limited).isEqualTo(whole);
        }
        assertThat(effortOnUnbroken(attack.within(Budget.ofForwards(1_000_000))))
                .isEqualTo(whole);
        assertThat(ofNone).isEqualTo(Effort.NONE);
    }

    /** Returns what was spent on the first sample that stands, without the two clean forwards. */
    private static Effort effortOnUnbroken(Attack attack) {
        Effort effort = evaluation(MODEL, attack)
                .evaluate(SAMPLES, linf(1e-4))
                .verdicts(Verdict.Unbroken.class)
                .get(0)
                .effort();
        return new Effort(effort.forwards() - 2, effort.backwards());
    }

    @ParameterizedTest
    @MethodSource("attacksWithGradients")
    void an_attack_that_follows_gradients_refuses_a_model_without_and_names_others(Attack attack) {
        assertThatThrownBy(() -> evaluation(new Scores(MODEL), attack).evaluate(SAMPLES, linf(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("follows gradients, which the model does not give")
                .hasMessageContaining("Square")
                .hasMessageContaining("Spsa")
                .hasMessageContaining("HopSkipJump")
                .hasMessageContaining("UniformNoise");
        RobustnessEvaluation evaluation = evaluation(new Scores(MODEL), attack);
        RobustnessResult smaller = evaluation(
                        new Scores(MODEL), UniformNoise.withDefaults().withDraws(1))
                .evaluate(SAMPLES, linf(0));
        assertThatThrownBy(() -> evaluation.escalate(smaller, linf(0.1))).hasMessageContaining("follows gradients");
        assertThatThrownBy(() -> evaluation.decide(SAMPLES, linf(0.1), 0.5)).hasMessageContaining("follows gradients");
        assertThatThrownBy(() -> evaluation.curve(SAMPLES, List.of(linf(0.1))))
                .hasMessageContaining("follows gradients");
    }

    @ParameterizedTest
    @MethodSource("gradientFreeAttacks")
    void an_attack_that_needs_no_gradient_gives_the_same_verdicts_without(Attack attack) {
        assertThat(describe(evaluation(new Scores(MODEL), attack).evaluate(SAMPLES, linf(0.1))))
                .isEqualTo(describe(evaluation(MODEL, attack).evaluate(SAMPLES, linf(0.1))));
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
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(new Scores(MODEL));
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

    static Stream<Attack> attacksOnTwoClasses() {
        return AttackExample.of(network(2));
    }

    /** The logits of a model with a single sigmoid output are 0 and its score. */
    @ParameterizedTest
    @MethodSource("attacksOnTwoClasses")
    void a_model_with_a_single_sigmoid_output_is_attacked_as_one_of_two_classes(Attack attack) {
        Network sigmoid = Network.sequential(
                SHAPE,
                List.of(
                        dense("first", 60, 8),
                        Activation.of(Activations.tanh()),
                        dense("second", 8, 1),
                        Dense.of(new float[] {0, 1}, new float[] {0, 0})));
        Samples samples = samples(sigmoid, 40);
        RobustnessResult result = evaluation(sigmoid, attack).evaluate(samples, linf(0.4));

        assertThat(result.obstacles()).isEmpty();
        assertThat(result.verdicts(Verdict.Broken.class))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.counterexample().prediction())
                        .isEqualTo(1 - verdict.sample().label()));
    }

    private static RobustnessEvaluation evaluation(Classifier model, Attack attack) {
        return RobustnessEvaluation.of(model)
                .withoutCertificates()
                .withoutProbes()
                .withAttack(attack);
    }

    private static Network network(int classes) {
        return Network.sequential(
                SHAPE,
                List.of(
                        dense("hidden", SHAPE.size(), 12),
                        Activation.of(Activations.tanh()),
                        dense("last", 12, classes)));
    }

    private static Layer dense(String name, int inputs, int outputs) {
        RandomStream random = RandomStream.of(8, name);
        float[] weights = new float[inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) ((2 * random.nextDouble() - 1) * 3 / Math.sqrt(inputs));
        }
        return Dense.of(weights, new float[outputs]);
    }

    /** Random signals, each with the label that the model gives it. */
    private static Samples samples(Network model, int count) {
        RandomStream random = RandomStream.of(9, "signals");
        int classes = model.classCount();
        Samples.Builder builder = Samples.builder(
                        SHAPE,
                        IntStream.range(0, classes).mapToObj(k -> "class " + k).toList())
                .within(0, 1);
        for (int i = 0; i < count; i++) {
            float[] input = new float[SHAPE.size()];
            for (int j = 0; j < input.length; j++) {
                input[j] = (float) random.nextDouble();
            }
            float[] logits = new float[classes];
            model.logits(input, 1, logits);
            int label = IntStream.range(0, classes)
                    .reduce((a, b) -> logits[a] >= logits[b] ? a : b)
                    .orElseThrow();
            builder.add("sample " + i, input, label);
        }
        return builder.build();
    }

    private static Map<String, String> describe(RobustnessResult result) {
        return ResultDescription.byId(result);
    }

    /** A model that gives scores and no gradients. */
    private static class Scores implements Classifier {

        private final Classifier model;

        Scores(Classifier model) {
            this.model = model;
        }

        @Override
        public Shape inputShape() {
            return model.inputShape();
        }

        @Override
        public int classCount() {
            return model.classCount();
        }

        @Override
        public void logits(float[] inputs, int count, float[] logits) {
            model.logits(inputs, count, logits);
        }
    }

    /** A model that gives labels only: 1 for the class that it predicts, -1 for others. */
    private static final class Labels extends Scores {

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
