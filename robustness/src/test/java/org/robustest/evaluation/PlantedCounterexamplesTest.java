package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.l1;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.robustest.attack.Cascade;
import org.robustest.attack.Pgd;
import org.robustest.classifier.Cotangent;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.random.RandomStream;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** A good attack finds what was planted, a weak one does not, and neither does a good one in a model that hides it. */
class PlantedCounterexamplesTest {

    private final AffineClasses problem = new AffineClasses(4, 60);
    private final Samples samples = problem.samples();

    static Stream<PerturbationSet> sets() {
        return Stream.of(linf(0.05), l2(0.2), l1(0.5));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void the_standard_cascade_finds_all_that_was_planted_in_an_affine_model(PerturbationSet set) {
        PlantedSearch search =
                PlantedCounterexamples.in(problem.model(), samples, set).searchedBy(Cascade.standard());

        assertThat(search.planted()).isEqualTo(60);
        assertThat(search.share()).isEqualTo(1);
        assertThat(search.missed()).isEmpty();
    }

    @Test
    void the_standard_cascade_finds_nearly_all_that_was_planted_in_a_network_and_chance_finds_little() {
        PlantedSearch search =
                PlantedCounterexamples.in(relus(), samples, linf(0.1)).searchedBy(Cascade.standard());

        assertThat(search.planted()).isEqualTo(60);
        assertThat(search.share()).isGreaterThan(0.95);
        assertThat(search.foundByChance()).isLessThan(20);
        assertThat(search).asString().contains("of 60 planted counterexamples found (");
    }

    @Test
    void one_step_that_is_much_too_short_finds_little() {
        PlantedSearch search = PlantedCounterexamples.in(problem.model(), samples, linf(0.05))
                .searchedBy(Pgd.withDefaults().withSteps(1).withRestarts(1).withStepSize(0.001));

        assertThat(search.share()).isLessThan(0.2);
        assertThat(search.missed()).hasSize(search.planted() - search.found());
    }

    @Test
    void a_good_attack_finds_nothing_in_a_model_that_hides_its_gradients() {
        DifferentiableClassifier hiding = new Delegating(problem.model()) {
            @Override
            public void inputGradients(
                    float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
                super.inputGradients(inputs, count, cotangent, logits, gradients);
                for (int i = 0; i < gradients.length; i++) {
                    gradients[i] = -gradients[i];
                }
            }
        };

        PlantedSearch search =
                PlantedCounterexamples.in(hiding, samples, linf(0.05)).searchedBy(Cascade.standard());

        assertThat(search.share()).isLessThan(0.2);
    }

    @Test
    void nothing_can_be_planted_in_a_model_that_does_not_look_at_its_input() {
        Network constant = Network.sequential(Shape.of(20), List.of(Dense.of(new float[80], new float[] {1, 2, 3, 4})));

        PlantedSearch search =
                PlantedCounterexamples.in(constant, samples, linf(0.05)).searchedBy(Cascade.standard());

        assertThat(search.planted()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(search::share)
                .withMessageContaining("no counterexample could be planted");
    }

    @Test
    void a_model_that_answers_by_chance_is_refused() {
        AtomicLong calls = new AtomicLong();
        DifferentiableClassifier noisy = new Delegating(problem.model()) {
            @Override
            public void logits(float[] inputs, int count, float[] logits) {
                super.logits(inputs, count, logits);
                for (int i = 0; i < count * 4; i++) {
                    logits[i] += RandomStream.of(calls.incrementAndGet()).nextDouble() < 0.5 ? -5 : 5;
                }
            }
        };
        PlantedCounterexamples planted = PlantedCounterexamples.in(noisy, samples, linf(0.01));

        assertThatThrownBy(() -> planted.searchedBy(Cascade.standard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is none when the model is asked again; switch off dropout");
    }

    @Test
    void the_same_seed_plants_the_same_and_another_one_other_counterexamples() {
        Pgd weak = Pgd.withDefaults().withSteps(3).withRestarts(1).withStepSize(0.02);
        PlantedCounterexamples planted = PlantedCounterexamples.in(relus(), samples, linf(0.1));

        assertThat(planted.searchedBy(weak)).isEqualTo(planted.searchedBy(weak));
        assertThat(planted.withSeed(1).searchedBy(weak)).isNotEqualTo(planted.searchedBy(weak));
    }

    private static Network relus() {
        RandomStream random = RandomStream.of(3, "planted");
        return Network.sequential(
                Shape.of(20),
                List.of(
                        Dense.of(uniform(random, 20 * 32), uniform(random, 32)),
                        Activation.of(Activations.relu()),
                        Dense.of(uniform(random, 32 * 32), uniform(random, 32)),
                        Activation.of(Activations.relu()),
                        Dense.of(uniform(random, 32 * 4), new float[4])));
    }

    private static float[] uniform(RandomStream random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1) / 3;
        }
        return values;
    }
}
