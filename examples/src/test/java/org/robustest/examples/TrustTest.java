package org.robustest.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.attack.Cascade;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.evaluation.PlantedCounterexamples;
import org.robustest.evaluation.PlantedSearch;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.reference.synthetic.SyntheticEcg;
import org.robustest.samples.Samples;

/** What tells whether a verdict can be relied on. */
class TrustTest {

    private static final DifferentiableClassifier MODEL = SyntheticBeatsTest.model();
    private static final Samples BEATS = SyntheticEcg.withDefaults().withSeed(2).beats(10);

    @Test
    void diagnosticsStandInTheResult() {
        RobustnessResult result =
                RobustnessEvaluation.of(MODEL).evaluate(BEATS, linf(0.005).within(0, 1));
        result.diagnostics().forEach(System.out::println);

        assertThat(result.obstacles()).isEmpty();
    }

    @Test
    void theAttackFindsWhatWasPlanted() {
        PlantedSearch search = PlantedCounterexamples.in(
                        MODEL, BEATS, linf(0.005).within(0, 1))
                .searchedBy(Cascade.standard());

        assertThat(search.share()).as(search.toString()).isGreaterThan(0.95);
    }

    @Test
    void anInterruptedEvaluationGoesOn(@TempDir Path folder) {
        RobustnessEvaluation evaluation = RobustnessEvaluation.of(MODEL)
                .withProgress(System.out::println)
                .withJournal(folder.resolve("beats.journal"));

        RobustnessResult result = evaluation.evaluate(BEATS, linf(0.005).within(0, 1));

        assertThat(evaluation.evaluate(BEATS, linf(0.005).within(0, 1)).robustAccuracy())
                .isEqualTo(result.robustAccuracy());
    }

    @Test
    void resultsAreSummedUpByClassAndTag() {
        RobustnessResult result =
                RobustnessEvaluation.of(MODEL).evaluate(BEATS, linf(0.005).within(0, 1));

        result.byClass().forEach((name, part) -> System.out.println(name + ": " + part.accuracyInterval()));

        assertThat(result.byClass()).isNotEmpty();
    }
}
