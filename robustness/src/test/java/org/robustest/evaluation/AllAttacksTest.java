package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Attack;
import org.robustest.attack.Budget;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Mask;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/** What has to hold of every attack, on signals of two channels and a network of two layers. */
class AllAttacksTest {

    private static final Network MODEL = SignalExample.network(4);
    private static final Samples SAMPLES = SignalExample.samples(MODEL, 40);

    static Stream<Attack> attacks() {
        return AttackExample.all();
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
        Samples.Builder builder =
                Samples.builder(SignalExample.SHAPE, SAMPLES.classNames()).within(0, 1);
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
        RobustnessResult ofNone =
                evaluation(MODEL, attack.within(Budget.ofForwards(0))).evaluate(SAMPLES, linf(1e-4));

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
        assertThat(ofNone.verdicts(Verdict.Unbroken.class)).isEmpty();
        assertThat(ofNone.obstacles()).singleElement().asString().contains("its budget, 0 forwards, does not cover");
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

    static Stream<Attack> attacksOnTwoClasses() {
        return AttackExample.of(SignalExample.network(2));
    }

    /** The logits of a model with a single sigmoid output are 0 and its score. */
    @ParameterizedTest
    @MethodSource("attacksOnTwoClasses")
    void a_model_with_a_single_sigmoid_output_is_attacked_as_one_of_two_classes(Attack attack) {
        Network sigmoid = Network.sequential(
                SignalExample.SHAPE,
                List.of(
                        SignalExample.dense("first", 60, 8),
                        Activation.of(Activations.tanh()),
                        SignalExample.dense("second", 8, 1),
                        Dense.of(new float[] {0, 1}, new float[] {0, 0})));
        Samples samples = SignalExample.samples(sigmoid, 40);
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

    private static Map<String, String> describe(RobustnessResult result) {
        return ResultDescription.byId(result);
    }
}
