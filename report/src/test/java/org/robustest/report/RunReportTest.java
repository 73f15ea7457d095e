package org.robustest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.Perturbations;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class RunReportTest {

    /** A model that decides by the sign of its input: the samples at a distance below ε from zero fall. */
    private static RobustnessResult result(double epsilon) {
        return result(epsilon, RobustnessEvaluation::of);
    }

    private static RobustnessResult result(double epsilon, Function<Network, RobustnessEvaluation> evaluation) {
        Network sign = Network.sequential(Shape.of(1), List.of(Dense.of(new float[] {-1, 1}, new float[] {0, 0})));
        Samples samples = Samples.builder(Shape.of(1), List.of("negative", "positive"))
                .add("near", new float[] {0.25F}, 1, Map.of("place", "left"))
                .add("nearer", new float[] {0.125F}, 1, Map.of("place", "right"))
                .add("far", new float[] {1.5F}, 1, Map.of("place", "left"))
                .add("wrong", new float[] {0.5F}, 0, Map.of("place", "right"))
                .build();
        return evaluation.apply(sign).withThreads(1).evaluate(samples, Perturbations.linf(epsilon));
    }

    private static FinishedTest test(double epsilon, TestOutcome outcome) {
        return test(epsilon, outcome, result(epsilon));
    }

    private static FinishedTest test(double epsilon, TestOutcome outcome, RobustnessResult result) {
        return new FinishedTest(
                "com.example.SignTest",
                "stays",
                "stays()",
                epsilon,
                OptionalDouble.of(0.5),
                OptionalDouble.empty(),
                outcome,
                "",
                Duration.ofMillis(1500),
                Optional.of(result),
                Optional.of(Path.of("found.json")));
    }

    private static ResultData only(ReportData report) {
        return report.tests().get(0).levels().get(0).result();
    }

    @Test
    void everyVerdictIsCounted() {
        RunReport run = RunReport.begin("1.2.3");
        run.add(test(0.375, TestOutcome.FAILED));
        ResultData result = only(run.data(false));
        assertThat(result.tally().samples()).isEqualTo(4);
        assertThat(result.tally().broken()).isEqualTo(2);
        assertThat(result.tally().misclassified()).isEqualTo(1);
        assertThat(result.tally().robustAccuracy()).isEqualTo(0.25);
        assertThat(result.tally().cleanAccuracy()).isEqualTo(0.75);
        assertThat(result.verdicts())
                .containsEntry("broken", List.of("near", "nearer"))
                .containsEntry("misclassified", List.of("wrong"));
    }

    @Test
    void verdictsAreCountedByClassAndByTag() {
        RunReport run = RunReport.begin("1.2.3");
        run.add(test(0.375, TestOutcome.FAILED));
        ResultData result = only(run.data(false));
        assertThat(result.classes())
                .extracting(Group::name, group -> group.tally().samples())
                .containsExactly(tuple("negative", 1), tuple("positive", 3));
        assertThat(result.tags()).singleElement().satisfies(tag -> {
            assertThat(tag.tag()).isEqualTo("place");
            assertThat(tag.values())
                    .extracting(Group::name, group -> group.tally().robustAccuracy())
                    .containsExactly(tuple("left", 0.5), tuple("right", 0.0));
        });
    }

    @Test
    void theSampleThatTheModelIsMostWrongAboutComesFirst() {
        RunReport run = RunReport.begin("1.2.3");
        run.add(test(0.375, TestOutcome.FAILED));
        assertThat(only(run.data(false)).signals())
                .extracting(SignalData::id)
                .containsExactly("nearer", "near", "wrong", "far");
    }

    @Test
    void whereNobodySoughtCertificatesThereIsNoCertifiedShare() throws IOException {
        RunReport run = RunReport.begin("1.2.3");
        RobustnessResult searched =
                result(0.0625, sign -> RobustnessEvaluation.of(sign).withoutCertificates());
        run.add(test(0.0625, TestOutcome.PASSED, searched));
        ReportData report = run.data(false);
        HistoryData history = HistoryData.NONE.with(report);
        String page = Page.of(report, history, "", Path.of("report.json")).html();
        assertThat(page)
                .contains("data-label=\"Robust\">75.0 %<", "data-label=\"Certified\">–<")
                .contains("<td class=\"n quiet\">–</td>")
                .doesNotContain("\"certified\":0");
        assertThat(history.runs().get(0).lines().get(0).certified()).isNull();
    }

    @Test
    void theNoiseLevelsOfATestStandTogetherAndAscend() {
        RunReport run = RunReport.begin("1.2.3");
        run.add(test(0.375, TestOutcome.FAILED));
        run.add(test(0.0625, TestOutcome.PASSED));
        ReportData report = run.data(true);
        assertThat(report.cancelled()).isTrue();
        assertThat(report.tests())
                .singleElement()
                .satisfies(test ->
                        assertThat(test.levels()).extracting(LevelData::epsilon).containsExactly(0.0625, 0.375));
        assertThat(run.has("com.example.SignTest", "stays", 0.375)).isTrue();
        assertThat(run.has("com.example.SignTest", "stays", 0.5)).isFalse();
    }
}
