package org.robustest.evaluation;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;

/** Watches over one evaluation: says how far it is, recalls and records its verdicts, and ends it when it is interrupted. */
final class Supervisor implements AutoCloseable {

    private final Progress progress;
    private final Optional<Journal> journal;
    private final String name;
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean isCancelled;
    private volatile Optional<UncheckedIOException> unwritable = Optional.empty();

    Supervisor(Progress progress, Optional<Journal> journal, String name) {
        this.progress = progress;
        this.journal = journal;
        this.name = name;
    }

    /**
     * Returns the number of the first level of a run, whose levels have numbers in a row: runs are begun one after the other, in
     * an order that depends on nothing but the question.
     */
    int begin(List<AttackRun.Level> levels, int samples) {
        requireRunning();
        PerturbationSet first = levels.get(0).set();
        PerturbationSet last = levels.get(levels.size() - 1).set();
        progress.begin(
                (name.isEmpty() ? levels.get(0).attack() : name) + " in " + first
                        + (levels.size() == 1 ? "" : ", and so on to " + last),
                samples);
        return runs.getAndAdd(levels.size());
    }

    Optional<Verdict> recall(int run, AttackRun.Level level, Sample sample, long seed) {
        return journal.flatMap(present -> present.recall(run, level, sample, seed));
    }

    void record(int run, AttackRun.Level level, Verdict verdict) {
        try {
            journal.ifPresent(present -> present.record(run, level, verdict));
        } catch (UncheckedIOException e) {
            // Thrown from here it would be taken for a failure of the attack on this sample.
            unwritable = Optional.of(e);
        }
    }

    /** Counts a sample that is done with. */
    void judged() {
        progress.judged();
    }

    /** Counts a sample that is done with, and has cost nothing. */
    void recalled() {
        progress.recalled();
    }

    /** Waits for the work, and if the calling thread is interrupted meanwhile, cancels it and waits until it has ended. */
    <T> T await(ForkJoinTask<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            isCancelled = true;
            work.quietlyJoin();
            Thread.currentThread().interrupt();
            throw new EvaluationInterruptedException(state(), e);
        } catch (ExecutionException e) {
            return work.join();
        }
    }

    /** Ends the work of the calling thread if the evaluation was interrupted; to be called often. */
    void requireRunning() {
        if (isCancelled) {
            throw new CancellationException("the evaluation was interrupted");
        }
        unwritable.ifPresent(failure -> {
            throw failure;
        });
        progress.tick();
    }

    /** Returns how far the evaluation was, and how to go on. */
    private String state() {
        return "the evaluation was interrupted after " + progress.count() + " of its current attack; "
                + journal.map(present -> "run it again with the same journal to go on from there: " + present)
                        .orElse("give it a journal (withJournal) to be able to go on after an interruption");
    }

    @Override
    public void close() {
        journal.ifPresent(Journal::close);
    }
}
