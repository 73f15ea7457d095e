package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.robustest.perturbation.Perturbations.linf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

class DecisionTest {

    private final AffineProblem problem = new AffineProblem("decision", 400);
    private final Samples samples = problem.samples();
    private final RobustnessEvaluation evaluation =
            RobustnessEvaluation.of(problem.model()).withoutCertificates();
    private final PerturbationSet set = linf(0.03);
    private final RobustnessResult full = evaluation.evaluate(samples, set);

    @Test
    void the_answer_is_that_of_the_full_evaluation_for_every_threshold() {
        long robust = Math.round(full.robustAccuracy() * samples.size());
        for (long needed = 0; needed <= samples.size(); needed++) {
            Decision decision = evaluation.decide(samples, set, (double) needed / samples.size());

            assertThat(decision.isReached())
                    .as("%d of %d", needed, samples.size())
                    .isEqualTo(robust >= needed);
            assertThat(full.robustAccuracy())
                    .isBetween(decision.robustAccuracyAtLeast(), decision.robustAccuracyAtMost());
        }
    }

    @Test
    void no_more_is_spent_than_the_answer_needs() {
        Decision no = evaluation.decide(samples, set, 0.99);
        Decision yes = evaluation.decide(samples, set, 0.1);

        assertThat(no.effort().backwards()).isLessThan(full.effort().backwards() / 20);
        assertThat(yes.effort().backwards()).isLessThan(full.effort().backwards() * 4 / 5);
        assertThat(no.verdicts()).hasSameSizeAs(full.verdicts()).hasAtLeastOneElementOfType(Verdict.Open.class);
        assertThat(no).asString().contains("robust accuracy of at least 0.99").contains(": no (");
        assertThat(yes).asString().contains(": yes (");
    }

    @Test
    void a_share_that_is_certified_needs_no_search() {
        Decision decision = RobustnessEvaluation.of(problem.model()).decide(samples, set, 0.1);

        assertThat(decision.isReached()).isTrue();
        assertThat(decision.certifiedAccuracy()).isEqualTo(decision.robustAccuracyAtLeast());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void which_samples_stay_open_does_not_depend_on_the_threads(int threads) {
        assertThat(evaluation
                        .withThreads(threads)
                        .decide(samples, set, 0.4)
                        .verdicts()
                        .toString())
                .isEqualTo(evaluation
                        .withThreads(3)
                        .decide(samples, set, 0.4)
                        .verdicts()
                        .toString());
    }

    @Test
    void no_samples_reach_nothing() {
        Decision decision = evaluation.decide(samples.where(sample -> false), set, 0);

        assertThat(decision.isReached()).isFalse();
        assertThat(decision.obstacles()).singleElement().asString().startsWith("There are no samples");
    }

    @Test
    void a_share_is_from_0_to_1() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.decide(samples, set, 50))
                .withMessageContaining("from 0 to 1, but it was 50.0");
    }
}
