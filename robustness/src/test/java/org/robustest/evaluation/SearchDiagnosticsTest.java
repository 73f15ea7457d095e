package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Attack;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.random.RandomStream;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** What is measured of searches, and when it decides that nothing can be concluded. */
class SearchDiagnosticsTest {

    private static final Attack LAZY = new OnePoint(
            "one random point",
            (sample, region, seed, point) ->
                    region.draw(point, RandomStream.of(seed, sample.id(), "one random point")));

    private final AffineProblem problem = new AffineProblem("diagnostics", 200);

    @Test
    void an_attack_that_random_points_and_a_longer_search_beat_has_not_tried_hard_enough() {
        AffineProblem many = new AffineProblem("many", 800);
        RobustnessResult lazy = RobustnessEvaluation.of(many.model())
                .withoutCertificates()
                .withAttack(LAZY)
                .evaluate(many.samples(), linf(0.05));

        assertThat(lazy.obstacles()).hasSize(3);
        assertThat(lazy.obstacles().get(0)).startsWith("Random points broke");
        assertThat(lazy.obstacles().get(2)).startsWith("The attack broke only ");
        assertThat(lazy.obstacles().get(1))
                .startsWith("A longer search broke")
                .endsWith("Raise the budget: more steps or restarts, or the standard cascade.");
    }

    @Test
    void a_decision_in_favour_of_a_model_by_an_attack_that_is_too_weak_is_inconclusive() {
        Decision decision = RobustnessEvaluation.of(problem.model())
                .withoutCertificates()
                .withAttack(LAZY)
                .decide(problem.samples(), linf(0.05), 0.4);

        assertThat(decision.isReached()).isFalse();
        assertThat(decision.obstacles()).singleElement().asString().startsWith("The attack broke only 1 of 4 samples");
        assertThat(decision.diagnostics()).extracting(Diagnostic::name).contains("broken by more effort");
    }

    @Test
    void what_a_probe_breaks_is_broken_with_a_counterexample_that_is_like_any_other() {
        RobustnessResult result = RobustnessEvaluation.of(problem.model())
                .withoutCertificates()
                .withAttack(LAZY)
                .evaluate(problem.samples(), linf(0.05));

        assertThat(result.verdicts(Verdict.Broken.class))
                .extracting(broken -> broken.counterexample().position())
                .anyMatch(position -> position.startsWith("random point "))
                .anyMatch(position -> position.startsWith("with more effort, "));
        assertThat(result.verdicts(Verdict.Broken.class))
                .allMatch(broken -> broken.counterexample().breaks(problem.model()))
                .allMatch(broken -> broken.counterexample().liesIn(result.set()));
    }

    @Test
    void an_attack_that_breaks_nothing_in_the_whole_range_is_at_fault() {
        Samples onlyFirst = problem.samples().where(sample -> sample.label() == 0);

        RobustnessResult result = RobustnessEvaluation.of(AffineProblem.alwaysFirst())
                .withoutCertificates()
                .evaluate(onlyFirst, linf(0.01));

        assertThat(result.obstacles())
                .singleElement()
                .asString()
                .startsWith(
                        "The attack broke only 0 of 4 samples when it was allowed the whole range of the inputs, [0.0, 1.0].");
    }

    @Test
    void what_is_proved_rests_on_no_search() {
        Network saturated =
                Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {1e4f, -1e4f}, new float[] {0, 0})));
        Samples samples = Samples.builder(Shape.of(1), List.of("positive", "negative"))
                .add("one", new float[] {1}, 0)
                .add("two", new float[] {-1}, 1)
                .build();
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(saturated);

        assertThat(evaluation.evaluate(samples, linf(0.5)).certifiedAccuracy()).isEqualTo(1);
        assertThat(evaluation.evaluate(samples, linf(0.5)).obstacles()).isEmpty();
        assertThat(evaluation.withoutCertificates().evaluate(samples, linf(0.5)).obstacles())
                .hasSize(1);
    }
}
