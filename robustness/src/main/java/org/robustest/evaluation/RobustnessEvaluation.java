package org.robustest.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.certificate.Certifier;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * Measures how many samples a model still gets right when each may be perturbed.
 *
 * <p>Immutable. The result depends on the model, the samples, the set, the attack and the seed, bit for bit, and on
 * nothing else: not on the number of threads or the order of the samples, as long as the model answers each input
 * independently of its batch.
 *
 * <pre>{@code
 * RobustnessResult result = RobustnessEvaluation.of(model)
 *         .withAttack(Pgd.withDefaults().withRestarts(5))
 *         .evaluate(beats, linf(0.01).within(0, 1));
 * }</pre>
 */
public final class RobustnessEvaluation {

    private final Classifier classifier;
    private final Attack attack;
    private final Proofs proofs;
    private final long seed;
    private final int threads;
    private final Supervision supervision;
    private final boolean hasProbes;

    private RobustnessEvaluation(
            Classifier classifier,
            Attack attack,
            Proofs proofs,
            long seed,
            int threads,
            Supervision supervision,
            boolean hasProbes) {
        this.classifier = classifier;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.threads = threads;
        this.supervision = supervision;
        this.hasProbes = hasProbes;
    }

    /**
     * Returns an evaluation of a model by the {@linkplain Cascade#standard() standard cascade} of attacks, or if it gives no
     * gradients by {@linkplain Cascade#gradientFree() those that need none}, and the {@linkplain Certifier#withDefaults() usual certificates}, with seed 0, on as many threads as the machine has processors.
     *
     * @param classifier the model
     * @return the evaluation
     */
    public static RobustnessEvaluation of(Classifier classifier) {
        return new RobustnessEvaluation(
                classifier,
                classifier instanceof DifferentiableClassifier ? Cascade.standard() : Cascade.gradientFree(),
                Proofs.by(Certifier.withDefaults(), classifier),
                0,
                Runtime.getRuntime().availableProcessors(),
                Supervision.usual(),
                true);
    }

    /**
     * Returns this evaluation with another way to prove that samples have no counterexample.
     *
     * @param certifier the methods to try
     * @return the changed evaluation; nothing is proved of a model that is no {@link
     *     org.robustest.classifier.BoundableClassifier}
     */
    public RobustnessEvaluation withCertifier(Certifier certifier) {
        return new RobustnessEvaluation(
                classifier, attack, Proofs.by(certifier, classifier), seed, threads, supervision, hasProbes);
    }

    /**
     * Returns this evaluation without proofs: the attack searches for a counterexample to every sample.
     *
     * @return the changed evaluation
     */
    public RobustnessEvaluation withoutCertificates() {
        return new RobustnessEvaluation(
                classifier, attack, Proofs.none("none was asked for"), seed, threads, supervision, hasProbes);
    }

    /**
     * Returns this evaluation with another attack.
     *
     * @param newAttack the attack
     * @return the changed evaluation
     */
    public RobustnessEvaluation withAttack(Attack newAttack) {
        return new RobustnessEvaluation(classifier, newAttack, proofs, seed, threads, supervision, hasProbes);
    }

    /**
     * Returns this evaluation with another seed.
     *
     * @param newSeed the seed that every random number depends on
     * @return the changed evaluation
     */
    public RobustnessEvaluation withSeed(long newSeed) {
        return new RobustnessEvaluation(classifier, attack, proofs, newSeed, threads, supervision, hasProbes);
    }

    /**
     * Returns this evaluation with another number of threads.
     *
     * @param newThreads the number of threads, at least 1
     * @return the changed evaluation
     * @throws IllegalArgumentException if there is no thread
     */
    public RobustnessEvaluation withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but it was " + newThreads);
        }
        return new RobustnessEvaluation(classifier, attack, proofs, seed, newThreads, supervision, hasProbes);
    }

    /**
     * Returns this evaluation with another place for its progress: a line a few seconds apart that says how many samples are
     * done, how many a second, and the time left.
     *
     * @param lines what to do with each line, such as {@code System.out::println}; called by any thread, seconds apart.
     *     Without this, lines go to standard error if that is a terminal or the system property {@code robustest.progress} is
     *     {@code true}, and else nowhere
     * @return the changed evaluation
     */
    public RobustnessEvaluation withProgress(Consumer<String> lines) {
        return new RobustnessEvaluation(
                classifier, attack, proofs, seed, threads, supervision.withProgress(lines), hasProbes);
    }

    /**
     * Returns this evaluation with a name, with which the lines of its progress begin in place of that of the attack.
     *
     * @param name the name, such as that of a test
     * @return the changed evaluation
     */
    public RobustnessEvaluation withName(String name) {
        return new RobustnessEvaluation(
                classifier, attack, proofs, seed, threads, supervision.withName(name), hasProbes);
    }

    /**
     * Returns this evaluation with a journal: a file to which verdicts are written as they are reached. When an evaluation has
     * been interrupted, or its JVM has ended, the same evaluation with the same file goes on from there, and its result is the
     * same, bit for bit, as if it had not been interrupted.
     *
     * <p>A file is the journal of one question: of a model, samples, sets, an attack, proofs and a seed. Evaluations with another
     * one refuse it with an {@link IllegalArgumentException}.
     *
     * @param file the file, which is begun if it does not exist; its folder must exist
     * @return the changed evaluation
     */
    public RobustnessEvaluation withJournal(Path file) {
        return new RobustnessEvaluation(
                classifier, attack, proofs, seed, threads, supervision.withJournal(file), hasProbes);
    }

    /**
     * Returns this evaluation by its attack alone, without the random points, the longer searches on some samples and the search of
     * the whole range that tell whether it is to be relied on. For comparing attacks, and figures with those of others.
     *
     * @return the changed evaluation
     */
    public RobustnessEvaluation withoutProbes() {
        return new RobustnessEvaluation(classifier, attack, proofs, seed, threads, supervision, false);
    }

    /**
     * Evaluates the model on samples of which each may be perturbed within a set.
     *
     * @param samples the samples; the range they declare, if any, restricts a set that has no range of its own
     * @param set what the adversary may do to each sample
     * @return the verdict on each sample
     * @throws IllegalArgumentException if the samples do not fit the model, or the attack is not able to search the set
     * @throws EvaluationInterruptedException if the calling thread is interrupted; the evaluation has then ended
     */
    public RobustnessResult evaluate(Samples samples, PerturbationSet set) {
        Fit.require(classifier, samples);
        PerturbationSet effectiveSet = effective(set, samples);
        requireAbleToAttack(effectiveSet);
        List<PerturbationSet> sets = List.of(effectiveSet);
        return supervised("evaluate", samples, sets, run -> run.evaluate(samples, sets))
                .get(0);
    }

    /**
     * Decides whether the model gets at least a share of samples right when each may be perturbed within a set, and stops as
     * soon as the answer is known.
     *
     * @param samples the samples
     * @param set what the adversary may do to each sample
     * @param required the robust accuracy to be reached, from 0 to 1
     * @return the answer, with the verdicts that decide
     * @throws IllegalArgumentException if the required accuracy is not from 0 to 1, the samples do not fit the model, or the
     *     attack is not able to search the set
     * @throws EvaluationInterruptedException if the calling thread is interrupted; the evaluation has then ended
     */
    public Decision decide(Samples samples, PerturbationSet set, double required) {
        if (!(required >= 0 && required <= 1)) {
            throw new IllegalArgumentException(
                    "the required robust accuracy is a share of the samples, from 0 to 1, but it was " + required);
        }
        Fit.require(classifier, samples);
        PerturbationSet effectiveSet = effective(set, samples);
        requireAbleToAttack(effectiveSet);
        return supervised(
                "decide " + required,
                samples,
                List.of(effectiveSet),
                run -> run.decide(samples, effectiveSet, required));
    }

    /**
     * Evaluates the model on the samples of an earlier result within a larger set.
     *
     * <p>A sample that has fallen stays fallen as long as its counterexample lies in the larger set; only those that still
     * stand are attacked again.
     *
     * @param smaller the result of this evaluation for a smaller set
     * @param set the larger set
     * @return the verdict on each sample
     * @throws IllegalArgumentException if the attack is not able to search the set, or the set has another range, for
     *     which the inputs have not been checked
     * @throws EvaluationInterruptedException if the calling thread is interrupted; the evaluation has then ended
     */
    public RobustnessResult escalate(RobustnessResult smaller, PerturbationSet set) {
        PerturbationSet effectiveSet = effective(set, smaller.samples());
        requireSameRange(smaller.set(), effectiveSet);
        requireAbleToAttack(effectiveSet);
        return supervised(
                "escalate", smaller.samples(), List.of(effectiveSet), run -> run.escalate(smaller, effectiveSet));
    }

    private static void requireSameRange(PerturbationSet smaller, PerturbationSet set) {
        if (!set.range().equals(smaller.range())) {
            throw new IllegalArgumentException("a result for " + smaller + " cannot be carried to " + set
                    + ", which has another range; evaluate that set by itself");
        }
    }

    /**
     * Evaluates the model within sets of growing size, such as one for each noise level of a curve.
     *
     * <p>Begins with the largest. A sample that is proved to stand there is proved to stand in the smaller sets, as far as these are
     * {@linkplain org.robustest.perturbation.Region#encloses known to lie} in the larger one, and one that the attack left standing
     * is attacked by its {@linkplain Attack#recheck recheck} only. One that falls in a smaller set has fallen in the larger ones. The
     * effort of a verdict is what had been spent on the sample by then, at the larger sets included.
     *
     * @param samples the samples
     * @param sets the sets, the smallest first; at least one
     * @return a result for each set, in which a sample that has fallen stays fallen
     * @throws IllegalArgumentException if there is no set, the samples do not fit the model, or the attack is not able to
     *     search one of the sets
     * @throws EvaluationInterruptedException if the calling thread is interrupted; the evaluation has then ended
     */
    public List<RobustnessResult> curve(Samples samples, List<PerturbationSet> sets) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one perturbation set, but there was none");
        }
        List<PerturbationSet> effectiveSets =
                sets.stream().map(set -> effective(set, samples)).toList();
        effectiveSets.forEach(this::requireAbleToAttack);
        effectiveSets.forEach(set -> requireSameRange(effectiveSets.get(0), set));
        Fit.require(classifier, samples);
        return supervised("curve", samples, effectiveSets, run -> List.copyOf(run.evaluate(samples, effectiveSets)));
    }

    /**
     * Searches for the smallest perturbation that changes the answer to each sample.
     *
     * @param samples the samples
     * @param sets gives the set of a size ε, such as {@code epsilon -> linf(epsilon).within(0, 1)}
     * @param largest the largest size to try, positive and finite
     * @param bisections how often to halve the interval between the largest size that leaves a sample unbroken and the
     *     smallest that breaks it, at least 0
     * @return what is known of each sample, in the order of the samples
     * @throws IllegalArgumentException if the size is not positive and finite, the number is negative, the samples do not fit
     *     the model, the attack is not able to search the sets, or there is a journal
     * @throws EvaluationInterruptedException if the calling thread is interrupted; the evaluation has then ended
     */
    public List<MinimumPerturbation> minimumPerturbations(
            Samples samples, DoubleFunction<PerturbationSet> sets, double largest, int bisections) {
        if (!(largest > 0 && Double.isFinite(largest)) || bisections < 0) {
            throw new IllegalArgumentException(
                    "a search for the smallest perturbation needs a largest size, positive and"
                            + " finite, and a number of bisections, at least 0, but they were " + largest + " and "
                            + bisections);
        }
        if (supervision.journal().isPresent()) {
            throw new IllegalArgumentException(
                    "a search for the smallest perturbations asks many questions, and a journal"
                            + " is that of one: leave withJournal out, or use curve");
        }
        return new MinimumSearch(this, sets, largest).search(samples, bisections);
    }

    private static PerturbationSet effective(PerturbationSet set, Samples samples) {
        return set.range().isBounded() ? set : set.within(samples.range());
    }

    private void requireAbleToAttack(PerturbationSet set) {
        attack.requireAbleToAttack(classifier);
        attack.requireAbleToSearch(set);
    }

    private <T> T supervised(
            String question, Samples samples, List<PerturbationSet> sets, Function<EvaluationRun, T> work) {
        try (Supervisor supervisor = supervision.begin(() -> JournalHead.empty()
                .with("question", question)
                .with("samples", Fingerprint.of(samples))
                .with("model", Fingerprint.of(classifier, samples))
                .with("sets", sets)
                .with("attack", attack)
                .with("proofs", proofs)
                .with("probes", hasProbes)
                .with("seed", seed))) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            EvaluationRun run = new EvaluationRun(classifier, attack, proofs, seed, hasProbes, pool, supervisor);
            try {
                return supervisor.await(pool.submit(() -> work.apply(run)));
            } finally {
                pool.shutdown();
            }
        }
    }
}
