package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robustest.perturbation.Perturbations.linf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.robustest.attack.Pgd;

class ProgressTest {

    private final AtomicLong clock = new AtomicLong(-5);
    private final List<String> lines = new ArrayList<>();
    private final Progress progress = new Progress(lines::add, clock::get);

    @Test
    void a_line_a_few_seconds_apart_tells_what_is_done_how_fast_and_the_time_left() {
        progress.begin("PGD in linf(0.1)", 100);
        for (int i = 0; i < 20; i++) {
            clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
            progress.judged();
            progress.tick();
        }

        assertThat(lines)
                .containsExactly(
                        "PGD in linf(0.1): 10 of 100 samples, 2.0 a second, 45 s left",
                        "PGD in linf(0.1): 20 of 100 samples, 2.0 a second, 40 s left");
    }

    @Test
    void what_a_journal_knew_does_not_count_for_the_speed() {
        progress.begin("PGD", 100);
        for (int i = 0; i < 50; i++) {
            progress.recalled();
        }
        clock.addAndGet(TimeUnit.SECONDS.toNanos(5));
        progress.tick();
        progress.judged();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(5));
        progress.tick();

        assertThat(lines)
                .containsExactly(
                        "PGD: 50 of 100 samples, 0.0 a second, no time known yet",
                        "PGD: 51 of 100 samples, 0.1 a second, 490 s left");
    }

    @Test
    void a_line_names_what_is_evaluated_where_that_has_a_name() {
        AttackRun.Level level = AttackRun.Level.of(linf(0.1), Pgd.withDefaults(), Proofs.none("none was asked for"));
        for (String name : List.of("", "BeatsTest.stayCorrect")) {
            Supervisor supervisor = new Supervisor(progress, Optional.empty(), name);
            supervisor.begin(List.of(level), 100);
            clock.addAndGet(TimeUnit.SECONDS.toNanos(5));
            supervisor.requireRunning();
        }

        assertThat(lines)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(Pgd.withDefaults() + " in linf(0.1): 0 of 100 samples"),
                        line -> assertThat(line).startsWith("BeatsTest.stayCorrect in linf(0.1): 0 of 100 samples"));
    }

    @Test
    void an_evaluation_that_is_quick_says_nothing() {
        AffineProblem problem = new AffineProblem("quick", 20);

        RobustnessEvaluation.of(problem.model()).withProgress(lines::add).evaluate(problem.samples(), linf(0.01));

        assertThat(lines).isEmpty();
    }

    @Test
    void nothing_is_written_where_nobody_reads() {
        assertThat(Progress.whereSomeoneReads()).isSameAs(Progress.SILENT);
    }
}
