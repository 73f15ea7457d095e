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
 * Attacks samples at one noise level after the other: each worker takes the next sample whenever it has room for one. No sample
 * waits for another: one that stands is attacked at its next level at once, so that blocks stay full until the last
 * samples are at their last levels.
 */
final class AttackRun {

    private final Classifier classifier;
    private final long seed;
    private final List<Level> levels;
    private final List<Verdict> before;
    private final Supervisor supervisor;
    private final Verdict[][] verdicts;
    private final boolean[][] isAttacked;
    private final Deque<Stage> waiting = new ConcurrentLinkedDeque<>();
    private int firstRun;

    /** What is tried on all samples that stand when it is their turn. */
    record Level(PerturbationSet set, Attack attack, Proofs proofs) {}

    /** A sample, by its place, at a level. */
    record Stage(int level, int place) {}

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
        this.before = before;
        this.supervisor = supervisor;
        this.verdicts = new Verdict[levels.size()][before.size()];
        this.isAttacked = new boolean[levels.size()][before.size()];
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
        for (int place = 0; place < before.size(); place++) {
            next(0, place, before.get(place)).ifPresent(waiting::addLast);
        }
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
        return List.of(verdicts[level]);
    }

    /** Returns the verdicts on the samples that were attacked at a level. */
    List<Verdict> attacked(int level) {
        return IntStream.range(0, before.size())
                .filter(place -> isAttacked[level][place])
                .mapToObj(place -> verdicts[level][place])
                .toList();
    }

    private Optional<Pursuit> nextPursuit() {
        while (true) {
            Stage stage = waiting.pollFirst();
            if (stage == null) {
                return Optional.empty();
            }
            Level level = levels.get(stage.level());
            Sample sample = before.get(stage.place()).sample();
            try {
                Optional<Verdict> known = supervisor.recall(firstRun + stage.level(), level, sample, seed);
                if (known.isEmpty()) {
                    return Optional.of(new Pursuit(
                            stage, sample, level.set(), level.attack(), level.proofs(), seed, classifier.original()));
                }
                if (goOn(stage, known.get())) {
                    supervisor.recalled();
                }
            } catch (RuntimeException e) {
                settle(stage, new Verdict.Failed(sample, level.attack() + " could not start: " + e, Effort.NONE));
            }
        }
    }

    private void settle(Stage stage, Verdict verdict) {
        supervisor.record(firstRun + stage.level(), levels.get(stage.level()), verdict);
        if (goOn(stage, verdict)) {
            supervisor.judged();
        }
    }

    /**
     * Keeps the verdict of a stage, and lets the sample wait for its next one, before all that have not begun.
     *
     * @return {@code true} if there is none
     */
    private boolean goOn(Stage stage, Verdict verdict) {
        int level = stage.level();
        Verdict earlier = level == 0 ? before.get(stage.place()) : verdicts[level - 1][stage.place()];
        Verdict all = verdict.after(earlier.effort());
        isAttacked[level][stage.place()] = true;
        verdicts[level][stage.place()] = all;
        Optional<Stage> next = next(level + 1, stage.place(), all);
        next.ifPresent(waiting::addFirst);
        return next.isEmpty();
    }

    /** Finds the next level at which a sample is to be attacked; at those before, it is what it is. */
    private Optional<Stage> next(int first, int place, Verdict verdict) {
        for (int level = first; level < levels.size(); level++) {
            if (isToBeAttacked(verdict, levels.get(level).set())) {
                return Optional.of(new Stage(level, place));
            }
            verdicts[level][place] = verdict;
        }
        return Optional.empty();
    }

    private static boolean isToBeAttacked(Verdict verdict, PerturbationSet set) {
        return verdict.isRobust()
                || verdict instanceof Verdict.Open
                || (verdict instanceof Verdict.Broken broken
                        && !broken.counterexample().liesIn(set));
    }
}
