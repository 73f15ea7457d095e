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
    private final Verdict[] verdicts;
    private final AtomicInteger next = new AtomicInteger();

    AttackRun(
            Classifier classifier, Attack attack, Proofs proofs, long seed, PerturbationSet set, List<Sample> samples) {
        this.classifier = classifier;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.set = set;
        this.samples = samples;
        this.verdicts = new Verdict[samples.size()];
    }

    /** Returns the verdict on each sample, in the order of the samples. */
    List<Verdict> run(ForkJoinPool pool) {
        int batchSize = Math.min(classifier.preferredBatchSize(), Math.max(1, samples.size()));
        List<? extends ForkJoinTask<?>> workers = IntStream.range(0, pool.getParallelism())
                .mapToObj(i -> pool.submit(new AttackWorker(classifier, batchSize, this::nextPursuit, this::settle)))
                .toList();
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
    }
}
