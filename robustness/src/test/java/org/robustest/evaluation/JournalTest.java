package org.robustest.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.robustest.perturbation.Perturbations.linf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.attack.Pgd;
import org.robustest.classifier.Cotangent;
import org.robustest.perturbation.PerturbationSet;

/** An evaluation that was interrupted goes on where it was, and its result does not show it. */
class JournalTest {

    private static final PerturbationSet SET = linf(0.03).within(0, 1);

    private final AffineProblem problem = new AffineProblem("journal", 120);
    private final Counting model = new Counting();
    private final RobustnessEvaluation evaluation =
            RobustnessEvaluation.of(model).withAttack(Pgd.withDefaults().withSteps(25));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("evaluation.journal");
    }

    @Test
    void a_journal_changes_nothing() {
        assertThat(ResultText.of(evaluation.withJournal(file()).evaluate(problem.samples(), SET)))
                .isEqualTo(ResultText.of(evaluation.evaluate(problem.samples(), SET)));
    }

    @Test
    void a_finished_evaluation_is_not_done_again() {
        RobustnessResult first = evaluation.withJournal(file()).evaluate(problem.samples(), SET);
        model.points.set(0);

        RobustnessResult again = evaluation.withJournal(file()).evaluate(problem.samples(), SET);

        assertThat(ResultText.of(again)).isEqualTo(ResultText.of(first));
        // The check of the gradients and the fingerprint of the model ask about a few samples one by one.
        assertThat(model.points.get()).isLessThan(200);
    }

    /** Whatever the JVM had written when it ended. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.01, 0.02, 0.1, 0.5, 0.77, 0.999})
    void an_evaluation_whose_jvm_ended_at_any_moment_goes_on_to_the_same_result(double written) throws IOException {
        RobustnessResult whole = evaluation.withJournal(file()).evaluate(problem.samples(), SET);
        byte[] bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, (int) (written * bytes.length)));
        model.points.set(0);

        RobustnessResult resumed = evaluation.withJournal(file()).withThreads(3).evaluate(problem.samples(), SET);

        assertThat(ResultText.of(resumed)).isEqualTo(ResultText.of(whole));
        assertThat(sortedLines()).isEqualTo(sorted(new String(bytes, StandardCharsets.UTF_8)));
    }

    private List<String> sortedLines() throws IOException {
        return sorted(Files.readString(file()));
    }

    private static List<String> sorted(String text) {
        return text.lines().sorted().toList();
    }

    @Test
    void an_interrupt_ends_an_evaluation_at_once_and_the_journal_knows_what_was_done() {
        RobustnessResult whole = evaluation.evaluate(problem.samples(), SET);
        assertThat(model.points.getAndSet(0)).isGreaterThan(4_000);
        model.interruptAt = 1_500;
        model.interrupted = Thread.currentThread();

        assertThatThrownBy(() -> evaluation.withJournal(file()).evaluate(problem.samples(), SET))
                .isInstanceOf(EvaluationInterruptedException.class)
                .hasMessageContaining("the evaluation was interrupted after ")
                .hasMessageContaining(" of 108 samples of its current attack")
                .hasMessageContaining("run it again with the same journal to go on from there: " + file());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(model.points.get()).isLessThan(3_000);

        model.interruptAt = Integer.MAX_VALUE;
        assertThat(ResultText.of(evaluation.withJournal(file()).evaluate(problem.samples(), SET)))
                .isEqualTo(ResultText.of(whole));
    }

    @Test
    void without_a_journal_an_interrupt_says_how_to_have_one() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> evaluation.evaluate(problem.samples(), SET))
                .isInstanceOf(EvaluationInterruptedException.class)
                .hasMessageContaining("give it a journal (withJournal)");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void decisions_and_curves_go_on_as_well() throws IOException {
        List<PerturbationSet> sets = List.of(
                linf(0.01).within(0, 1), linf(0.03).within(0, 1), linf(0.05).within(0, 1));
        RobustnessEvaluation usual = RobustnessEvaluation.of(model);
        Decision decision = usual.withJournal(file()).decide(problem.samples(), SET, 0.3);
        cutInHalf(file());
        assertThat(ResultText.of(usual.withJournal(file()).decide(problem.samples(), SET, 0.3)))
                .isEqualTo(ResultText.of(decision));

        Path other = folder.resolve("curve.journal");
        List<RobustnessResult> curve = usual.withJournal(other).curve(problem.samples(), sets);
        cutInHalf(other);
        List<RobustnessResult> resumed = usual.withJournal(other).curve(problem.samples(), sets);
        for (int i = 0; i < sets.size(); i++) {
            assertThat(ResultText.of(resumed.get(i))).isEqualTo(ResultText.of(curve.get(i)));
        }
    }

    /** Samples that failed before an interruption, and do no more, can change the number of runs before a search. */
    @Test
    void a_verdict_is_recalled_for_the_search_alone_that_has_reached_it() throws IOException {
        RobustnessEvaluation usual = RobustnessEvaluation.of(model);
        Decision whole = usual.withJournal(file()).decide(problem.samples(), SET, 0.3);
        Pattern run = Pattern.compile("\"run\":(\\d+)");
        Files.write(
                file(),
                Files.readAllLines(file()).stream()
                        .map(line -> run.matcher(line)
                                .replaceFirst(found -> "\"run\":" + (Integer.parseInt(found.group(1)) + 1)))
                        .toList());

        assertThat(ResultText.of(usual.withJournal(file()).decide(problem.samples(), SET, 0.3)))
                .isEqualTo(ResultText.of(whole));
    }

    @Test
    void certificates_are_kept() throws IOException {
        RobustnessEvaluation usual = RobustnessEvaluation.of(problem.model());
        RobustnessResult whole = usual.withJournal(file()).evaluate(problem.samples(), SET);
        assertThat(whole.certifiedAccuracy()).isPositive();
        assertThat(ResultText.of(usual.withJournal(file()).evaluate(problem.samples(), SET)))
                .isEqualTo(ResultText.of(whole));
        assertThat(Files.readString(file())).contains("\"verdict\":\"certified\"");
    }

    private static void cutInHalf(Path journal) throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void the_journal_of_another_evaluation_is_refused_by_the_name_of_what_differs() {
        evaluation.withJournal(file()).evaluate(problem.samples(), SET);
        RobustnessEvaluation journaled = evaluation.withJournal(file());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> journaled.withSeed(7).evaluate(problem.samples(), SET))
                .withMessageContaining("is that of another evaluation: its seed is \"0\", and that of this one \"7\";")
                .withMessageContaining("give this evaluation another file, or delete this one to begin anew");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journaled.evaluate(problem.samples(), linf(0.02)))
                .withMessageContaining("its sets is \"[linf(0.03).within(0.0, 1.0)]\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journaled.withAttack(Pgd.withDefaults()).evaluate(problem.samples(), SET))
                .withMessageContaining("its attack is \"PGD(steps=25,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journaled.decide(problem.samples(), SET, 0.5))
                .withMessageContaining("its question is \"evaluate\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journaled.evaluate(
                        problem.samples().where(sample -> !sample.id().equals("sample 119")), SET))
                .withMessageContaining("its samples is ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RobustnessEvaluation.of(new AffineProblem("other", 1).model())
                        .withJournal(file())
                        .evaluate(problem.samples(), SET))
                .withMessageContaining("its model is ");
    }

    @Test
    void a_file_that_is_no_journal_is_refused_and_left_alone() throws IOException {
        for (String content : List.of("a letter to my mother", "{\"other\": \"json\"}\n", "not json\nat all\n")) {
            Files.writeString(file(), content);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> evaluation.withJournal(file()).evaluate(problem.samples(), SET))
                    .withMessageContaining("is no journal of an evaluation; nothing was changed in it");
            assertThat(file()).hasContent(content);
        }
    }

    @Test
    void a_damaged_line_before_the_last_is_refused_by_its_number() throws IOException {
        evaluation.withJournal(file()).evaluate(problem.samples(), SET);
        List<String> lines = Files.readAllLines(file());
        lines.set(3, lines.get(3).substring(5));
        Files.write(file(), lines);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.withJournal(file()).evaluate(problem.samples(), SET))
                .withMessageContaining("line 4 of the journal")
                .withMessageContaining("delete the file to begin anew");
    }

    @Test
    void two_evaluations_do_not_write_to_one_journal() {
        Journal open = Journal.open(file(), JournalHead.empty());
        try {
            assertThatThrownBy(() -> evaluation.withJournal(file()).evaluate(problem.samples(), SET))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another evaluation is writing to the journal");
        } finally {
            open.close();
        }
    }

    @Test
    void a_search_for_the_smallest_perturbations_keeps_no_journal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation
                        .withJournal(file())
                        .minimumPerturbations(problem.samples(), epsilon -> linf(epsilon), 1, 3))
                .withMessageContaining("leave withJournal out");
    }

    /** Counts the points it is asked about, and interrupts a thread at one of them. */
    private static final class Counting extends Delegating {

        private final AtomicInteger points = new AtomicInteger();
        private int interruptAt = Integer.MAX_VALUE;
        private Thread interrupted = Thread.currentThread();

        Counting() {
            super(new AffineProblem("journal", 120).model());
        }

        @Override
        public void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients) {
            int before = points.getAndAdd(count);
            if (before < interruptAt && before + count >= interruptAt) {
                interrupted.interrupt();
            }
            if (before + count >= interruptAt) {
                // Time for the interrupted thread to notice, on a busy machine.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            super.inputGradients(inputs, count, cotangent, logits, gradients);
        }
    }
}
