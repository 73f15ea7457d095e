package org.robustest.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.robustest.evaluation.RobustnessEvaluation;
import org.robustest.evaluation.RobustnessResult;

class OutcomeTableTest {

    private final OutcomeTable table = new OutcomeTable("BeatClassifierTest");

    @Test
    void hasALineForEachTest() {
        RobustnessResult result = RobustnessEvaluation.of(Sign.sign()).evaluate(Sign.numbers(), linf(0.5));
        table.add(new OutcomeTable.Row(
                "stays",
                new Level(0.5, OptionalDouble.of(0.8), OptionalDouble.of(0.5)),
                Optional.of(result),
                Outcome.FAILED,
                Duration.ofMillis(1234),
                Optional.empty()));
        table.add(new OutcomeTable.Row(
                "decides",
                new Level(0.05, OptionalDouble.empty(), OptionalDouble.empty()),
                Optional.empty(),
                Outcome.ERROR,
                Duration.ofSeconds(61),
                Optional.empty()));
        table.add(new OutcomeTable.Row(
                "waits",
                new Level(0.05, OptionalDouble.of(0.5), OptionalDouble.empty()),
                Optional.empty(),
                Outcome.SKIPPED,
                Duration.ZERO,
                Optional.of("the data is missing")));
        table.note("baseline: 1 known, 0 improved, 0 new");
        assertThat(table).asString().isEqualToNormalizingNewlines("""
                BeatClassifierTest
                  test     epsilon  required            robust  certified  clean   outcome  time
                  decides  0.05     -                   -       -          -       error    61.0 s
                  stays    0.5      0.8, 0.5 certified  0.7500  0.7500     1.0000  failed   1.2 s
                  waits    0.05     0.5                 -       -          -       skipped  0.0 s
                  skipped: the data is missing
                  baseline: 1 known, 0 improved, 0 new
                """);
    }

    @Test
    void printsNothingIfNoTestHasRun() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        table.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.size()).isZero();
    }
}
