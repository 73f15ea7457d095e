package org.robustest.evaluation;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;
import org.robustest.attack.Attack;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;

/**
 * Attacks samples at one noise level after the other, the largest first: each worker takes the next sample whenever it has room
 * for one. No sample waits for another: one that is done with a level is attacked at its next one at once, so that blocks stay
 * full until the last samples are at their last levels.
 */
final class AttackRun {

    private final Classifier classifier;
    private final long seed;
    private final List<Level> levels;
    private final List<Descent> descents;
    private final Supervisor supervisor;
    private final Deque<Stage> waiting = new ConcurrentLinkedDeque<>();
    private int firstRun;

    /**
     * What is tried on all samples that stand when it is their turn.
     *
     * @param attack what is tried on most
     * @param recheckAttack what is tried on those that stood in a larger set
     */
    record Level(PerturbationSet set, Attack attack, Attack recheckAttack, Proofs proofs) {

        /** Returns a level at which all is tried on all. */
        static Level of(PerturbationSet set, Attack attack, Proofs proofs) {
            return new Level(set, attack, attack, proofs);
        }

        /** Returns what is tried on the samples that stood in a larger set. */
        Level recheck() {
            return of(set, recheckAttack, proofs);
        }
    }

    /** What is tried on one sample at the level it has come down to. */
    record Stage(Descent descent, Level level) {}

    /**
     * Creates a run.
     *
     * @param levels the noise levels, the smallest first
     * @param before what is known of each sample; those that stand, or are open, are attacked
     */
    AttackRun(Classifier classifier, long seed, List<Level> levels, List<Verdict> before, Supervisor supervisor) {
        this.classifier = classifier;
        this.seed = seed;
        this.levels = levels;
        this.descents =
                before.stream().map(verdict -> new Descent(levels, verdict)).toList();
        this.supervisor = supervisor;
    }

    /** Runs one attack on all samples of which that much is known, and returns the verdicts in their order. */
    static List<Verdict> of(
            Classifier classifier,
            long seed,
            Level level,
            List<Verdict> before,
            Supervisor supervisor,
            ForkJoinPool pool) {
        AttackRun run = new AttackRun(classifier, seed, List.of(level), before, supervisor);
        run.run(pool);
        return run.verdicts(0);
    }

    void run(ForkJoinPool pool) {
        descents.forEach(descent -> next(descent).ifPresent(waiting::addLast));
        firstRun = supervisor.begin(levels, waiting.size());
        int batchSize = Math.min(classifier.preferredBatchSize(), Math.max(1, waiting.size()));
        List<? extends ForkJoinTask<?>> workers = IntStream.range(0, pool.getParallelism())
                .mapToObj(i -> pool.submit(new AttackWorker(
                        classifier,
                        batchSize,
                        this::nextPursuit,
                        (pursuit, verdict) -> settle(pursuit.stage(), verdict),
                        supervisor::requireRunning)))
                .toList();
        // All have to have ended, even if one of them threw something.
        workers.forEach(ForkJoinTask::quietlyJoin);
        workers.forEach(ForkJoinTask::join);
    }

    /** Returns the verdict on each sample at a level, in the order of the samples. */
    List<Verdict> verdicts(int level) {
        return descents.stream().map(descent -> descent.verdict(level)).toList();
    }

    /** Returns what the attacks at a level have come to. */
    List<Verdict> attacked(int level) {
        return descents.stream()
                .flatMap(descent -> descent.attacked(level).stream())
                .toList();
    }

    private Optional<Pursuit> nextPursuit() {
        while (true) {
            Stage stage = waiting.pollFirst();
            if (stage == null) {
                return Optional.empty();
            }
            Descent descent = stage.descent();
            Level level = stage.level();
            Sample sample = descent.sample();
            try {
                Optional<Verdict> known = supervisor.recall(firstRun + descent.level(), level, sample, seed);
                if (known.isEmpty()) {
                    return Optional.of(new Pursuit(
                            stage, sample, level.set(), level.attack(), level.proofs(), seed, classifier.original()));
                }
                if (goOn(descent, known.get())) {
                    supervisor.recalled();
                }
            } catch (RuntimeException e) {
                settle(stage, new Verdict.Failed(sample, level.attack() + " could not start: " + e, Effort.NONE));
            }
        }
    }

    private void settle(Stage stage, Verdict verdict) {
        supervisor.record(firstRun + stage.descent().level(), stage.level(), verdict);
        if (goOn(stage.descent(), verdict)) {
            supervisor.judged();
        }
    }

    /**
     * Keeps the verdict of a stage, and lets the sample wait for its next one, before all that have not begun.
     *
     * @return {@code true} if there is none
     */
    private boolean goOn(Descent descent, Verdict verdict) {
        descent.settle(verdict);
        Optional<Stage> next = next(descent);
        next.ifPresent(waiting::addFirst);
        return next.isEmpty();
    }

    private static Optional<Stage> next(Descent descent) {
        return descent.next().map(level -> new Stage(descent, level));
    }
}
