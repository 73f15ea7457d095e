package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.l2;
import static org.robustest.perturbation.Perturbations.linf;
import static org.robustest.perturbation.Perturbations.perSample;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.layer.Activation;
import org.robustest.layer.Activations;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** What a verdict at one level of noise says of the others. */
class CurveTest {

    /** Gives class 1 between 0.57 and 0.63, and class 0 elsewhere; from 0.5 the gradient points away. */
    private static final Network BUMP = Network.sequential(
            Shape.of(1),
            List.of(
                    Dense.of(new float[] {1, 1, 1, 1}, new float[] {0, -0.55f, -0.6f, -0.65f}),
                    Activation.of(Activations.relu()),
                    Dense.of(new float[] {0, 0, 0, 0, -1e-3f, 1, -2, 1}, new float[] {0, -0.0195f})));

    private static final Attack TO_THE_RIM =
            new OnePoint("to the rim", (sample, region, seed, point) -> region.maximize(new float[] {1}, point));

    private static final Attack NOWHERE =
            new OnePoint("nowhere", (sample, region, seed, point) -> point[0] = sample.input()[0]);

    private final Samples samples = halves(1);
    private final RobustnessEvaluation evaluation =
            RobustnessEvaluation.of(BUMP).withoutCertificates().withoutProbes();

    private static Samples halves(int count) {
        Samples.Builder builder =
                Samples.builder(Shape.of(1), List.of("outside", "bump")).within(0, 1);
        IntStream.range(0, count).forEach(i -> builder.add("sample " + i, new float[] {0.5f}, 0));
        return builder.build();
    }

    @Test
    void what_falls_in_a_small_set_stays_fallen_in_a_large_one_in_which_the_attack_goes_too_far() {
        List<PerturbationSet> sets = List.of(linf(0.03), linf(0.08), linf(0.2));

        assertThat(evaluation
                        .withAttack(TO_THE_RIM)
                        .evaluate(samples, linf(0.2))
                        .robustAccuracy())
                .isEqualTo(1);
        List<RobustnessResult> curve = evaluation.withAttack(TO_THE_RIM).curve(samples, sets);

        assertThat(curve).extracting(RobustnessResult::robustAccuracy).containsExactly(1.0, 0.0, 0.0);
        assertThat(curve.get(2).verdicts()).isEqualTo(curve.get(1).verdicts());
    }

    @Test
    void what_an_attack_asks_for_is_all_that_is_tried_on_a_sample_that_stood_in_a_larger_set() {
        List<RobustnessResult> curve = evaluation
                .withAttack(new Rechecked(TO_THE_RIM, NOWHERE))
                .curve(samples, List.of(linf(0.08), linf(0.2)));

        assertThat(curve).extracting(RobustnessResult::robustAccuracy).containsExactly(1.0, 1.0);
        assertThat(curve.get(1).effort().backwards()).isEqualTo(1);
        assertThat(curve.get(0).effort().backwards()).isEqualTo(2);
    }

    @Test
    void a_set_that_is_not_known_to_lie_in_the_larger_one_is_searched_wholly() {
        List<RobustnessResult> curve =
                evaluation.withAttack(new Rechecked(TO_THE_RIM, NOWHERE)).curve(samples, List.of(linf(0.08), l2(0.2)));

        assertThat(curve).extracting(RobustnessResult::robustAccuracy).containsExactly(0.0, 0.0);
    }

    @Test
    void some_samples_are_searched_wholly_all_the_same_which_tells_whether_that_was_needed() {
        RobustnessResult smaller = RobustnessEvaluation.of(BUMP)
                .withoutCertificates()
                .withAttack(new Rechecked(TO_THE_RIM, NOWHERE))
                .curve(halves(400), List.of(linf(0.075), linf(0.2)))
                .get(0);

        assertThat(smaller.verdicts(Verdict.Broken.class))
                .extracting(broken -> broken.counterexample().position())
                .contains("with more effort, the only point");
        assertThat(smaller.obstacles()).anyMatch(obstacle -> obstacle.startsWith("A longer search broke"));
    }

    @Test
    void a_curve_does_not_depend_on_the_threads() {
        AffineProblem problem = new AffineProblem("affine", 200);
        RobustnessEvaluation searching =
                RobustnessEvaluation.of(problem.model()).withoutCertificates();
        List<PerturbationSet> sets = List.of(linf(0.01), linf(0.05), linf(0.1));

        assertThat(searching.withThreads(3).curve(problem.samples(), sets))
                .extracting(ResultText::of)
                .isEqualTo(searching.withThreads(1).curve(problem.samples(), sets).stream()
                        .map(ResultText::of)
                        .toList());
    }

    @Test
    void what_is_proved_in_a_large_set_is_proved_in_a_small_one_at_no_cost() {
        AffineProblem problem = new AffineProblem("affine", 200);
        List<RobustnessResult> curve =
                RobustnessEvaluation.of(problem.model()).curve(problem.samples(), List.of(linf(0.01), linf(0.05)));

        List<Verdict.Certified> proved = curve.get(1).verdicts(Verdict.Certified.class);
        assertThat(proved).isNotEmpty();
        assertThat(curve.get(0).verdicts(Verdict.Certified.class)).containsAll(proved);
    }

    @Test
    void a_set_that_refuses_a_sample_fails_there_and_in_the_larger_sets_and_leaves_the_smaller_ones() {
        PerturbationSet refusing = perSample("none", 0.1, sample -> {
            throw new IllegalStateException("no set for " + sample.id());
        });

        List<RobustnessResult> curve =
                evaluation.withAttack(TO_THE_RIM).curve(samples, List.of(linf(0.03), refusing, linf(0.2)));

        assertThat(curve.get(0).robustAccuracy()).isEqualTo(1);
        assertThat(curve.get(1).obstacles()).singleElement().asString().contains("no set for sample 0");
        assertThat(curve.get(2).robustAccuracy()).isEqualTo(0);
    }

    /** An attack that asks for another one where it has found nothing in a larger set. */
    private record Rechecked(Attack attack, Attack recheck) implements Attack {

        @Override
        public void requireAbleToSearch(PerturbationSet set) {}

        @Override
        public Search search(Sample sample, Region region, long seed) {
            return attack.search(sample, region, seed);
        }
    }
}
