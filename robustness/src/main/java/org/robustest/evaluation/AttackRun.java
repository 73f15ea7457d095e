package org.robustest.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.robustest.attack.Attack;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;

/** Runs one attack over samples: each worker takes the next sample whenever it has room for one. */
final class AttackRun {

    private final Classifier classifier;
    private final Attack attack;
    private final Proofs proofs;
    private final long seed;
    private final PerturbationSet set;
    private final List<Sample> samples;
    private final Supervisor supervisor;
    private final Verdict[] verdicts;
    private final AtomicInteger next = new AtomicInteger();
    private int run;

    AttackRun(
            Classifier classifier,
            Attack attack,
            Proofs proofs,
            long seed,
            PerturbationSet set,
            List<Sample> samples,
            Supervisor supervisor) {
        this.classifier = classifier;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.set = set;
        this.samples = samples;
        this.supervisor = supervisor;
        this.verdicts = new Verdict[samples.size()];
    }

    /** Returns the verdict on each sample, in the order of the samples. */
    List<Verdict> run(ForkJoinPool pool) {
        run = supervisor.begin(attack, set, samples.size());
        int batchSize = Math.min(classifier.preferredBatchSize(), Math.max(1, samples.size()));
        List<? extends ForkJoinTask<?>> workers = IntStream.range(0, pool.getParallelism())
                .mapToObj(i -> pool.submit(new AttackWorker(
                        classifier, batchSize, this::nextPursuit, this::settle, supervisor::requireRunning)))
                .toList();
        // All have to have ended, even if one of them threw something.
        workers.forEach(ForkJoinTask::quietlyJoin);
        workers.forEach(ForkJoinTask::join);
        return List.of(verdicts);
    }

    private Optional<Pursuit> nextPursuit() {
        while (true) {
            int index = next.getAndIncrement();
            if (index >= samples.size()) {
                return Optional.empty();
            }
            try {
                Optional<Verdict> known = supervisor.recall(run, samples.get(index), set, seed);
                if (known.isPresent()) {
                    verdicts[index] = known.get();
                    continue;
                }
                return Optional.of(
                        new Pursuit(index, samples.get(index), set, attack, proofs, seed, classifier.original()));
            } catch (RuntimeException e) {
                verdicts[index] =
                        new Verdict.Failed(samples.get(index), attack + " could not start: " + e, Effort.NONE);
            }
        }
    }

    private void settle(Pursuit pursuit, Verdict verdict) {
        verdicts[pursuit.index()] = verdict;
        supervisor.settle(run, verdict);
    }
}
