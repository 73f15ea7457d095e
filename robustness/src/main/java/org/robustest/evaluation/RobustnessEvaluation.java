package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.robustest.attack.Attack;
import org.robustest.attack.Cascade;
import org.robustest.certificate.Certifier;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

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

    private RobustnessEvaluation(Classifier classifier, Attack attack, Proofs proofs, long seed, int threads) {
        this.classifier = classifier;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.threads = threads;
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
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Returns this evaluation with another way to prove that samples have no counterexample.
     *
     * @param certifier the methods to try
     * @return the changed evaluation; nothing is proved of a model that is no {@link
     *     org.robustest.classifier.BoundableClassifier}
     */
    public RobustnessEvaluation withCertifier(Certifier certifier) {
        return new RobustnessEvaluation(classifier, attack, Proofs.by(certifier, classifier), seed, threads);
    }

    /**
     * Returns this evaluation without proofs: the attack searches for a counterexample to every sample.
     *
     * @return the changed evaluation
     */
    public RobustnessEvaluation withoutCertificates() {
        return new RobustnessEvaluation(classifier, attack, Proofs.none("none was asked for"), seed, threads);
    }

    /**
     * Returns this evaluation with another attack.
     *
     * @param newAttack the attack
     * @return the changed evaluation
     */
    public RobustnessEvaluation withAttack(Attack newAttack) {
        return new RobustnessEvaluation(classifier, newAttack, proofs, seed, threads);
    }

    /**
     * Returns this evaluation with another seed.
     *
     * @param newSeed the seed that every random number depends on
     * @return the changed evaluation
     */
    public RobustnessEvaluation withSeed(long newSeed) {
        return new RobustnessEvaluation(classifier, attack, proofs, newSeed, threads);
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
        return new RobustnessEvaluation(classifier, attack, proofs, seed, newThreads);
    }

    /**
     * Evaluates the model on samples of which each may be perturbed within a set.
     *
     * @param samples the samples; the range they declare, if any, restricts a set that has no range of its own
     * @param set what the adversary may do to each sample
     * @return the verdict on each sample
     * @throws IllegalArgumentException if the samples do not fit the model, or the attack is not able to search the set
     */
    public RobustnessResult evaluate(Samples samples, PerturbationSet set) {
        requireFit(samples);
        PerturbationSet effectiveSet = effective(set, samples);
        requireAbleToAttack(effectiveSet);
        return onPool(pool -> {
            CleanCheck check = new CleanCheck(classifier.original(), effectiveSet);
            List<Verdict> clean = check.judge(samples);
            List<String> obstacles = obstacles(check, clean, effectiveSet);
            Proofs worthwhile = proofs.worthwhile(effectiveSet, standing(clean));
            List<Verdict> verdicts = attackStanding(clean, effectiveSet, worthwhile, pool);
            return result(samples, effectiveSet, worthwhile, verdicts, obstacles);
        });
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
     */
    public Decision decide(Samples samples, PerturbationSet set, double required) {
        if (!(required >= 0 && required <= 1)) {
            throw new IllegalArgumentException(
                    "the required robust accuracy is a share of the samples, from 0 to 1, but it was " + required);
        }
        requireFit(samples);
        PerturbationSet effectiveSet = effective(set, samples);
        requireAbleToAttack(effectiveSet);
        return onPool(pool -> {
            CleanCheck check = new CleanCheck(classifier.original(), effectiveSet);
            List<Verdict> clean = check.judge(samples);
            List<String> obstacles = obstacles(check, clean, effectiveSet);
            Proofs worthwhile = proofs.worthwhile(effectiveSet, standing(clean));
            DecisionRun run = new DecisionRun(classifier, attack, worthwhile, seed, effectiveSet, clean, required);
            return new Decision(effectiveSet, required, run.run(check.margins(), pool), obstacles, run.isReached());
        });
    }

    private List<String> obstacles(CleanCheck check, List<Verdict> clean, PerturbationSet set) {
        List<String> obstacles = new ArrayList<>(check.obstacles());
        if (classifier instanceof DifferentiableClassifier differentiable) {
            new GradientCheck(differentiable, set).check(standing(clean)).ifPresent(obstacles::add);
        }
        return obstacles;
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
     */
    public RobustnessResult escalate(RobustnessResult smaller, PerturbationSet set) {
        PerturbationSet effectiveSet = effective(set, smaller.samples());
        if (!effectiveSet.range().equals(smaller.set().range())) {
            throw new IllegalArgumentException("a result for " + smaller.set() + " cannot be carried to " + effectiveSet
                    + ", which has another range; evaluate that set by itself");
        }
        requireAbleToAttack(effectiveSet);
        return onPool(pool -> {
            Proofs worthwhile = proofs.worthwhile(effectiveSet, standing(smaller.verdicts()));
            List<Verdict> verdicts = attackStanding(smaller.verdicts(), effectiveSet, worthwhile, pool);
            return result(smaller.samples(), effectiveSet, worthwhile, verdicts, smaller.modelObstacles());
        });
    }

    /**
     * Evaluates the model within sets of growing size, such as one for each noise level of a curve.
     *
     * @param samples the samples
     * @param sets the sets, the smallest first; at least one
     * @return a result for each set, in which a sample that has fallen stays fallen
     * @throws IllegalArgumentException if there is no set, the samples do not fit the model, or the attack is not able to
     *     search one of the sets
     */
    public List<RobustnessResult> curve(Samples samples, List<PerturbationSet> sets) {
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("a curve needs at least one perturbation set, but there was none");
        }
        List<PerturbationSet> effectiveSets =
                sets.stream().map(set -> effective(set, samples)).toList();
        effectiveSets.forEach(this::requireAbleToAttack);
        List<RobustnessResult> results = new ArrayList<>();
        for (PerturbationSet set : effectiveSets) {
            results.add(results.isEmpty() ? evaluate(samples, set) : escalate(results.get(results.size() - 1), set));
        }
        return List.copyOf(results);
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
     *     the model, or the attack is not able to search the sets
     */
    public List<MinimumPerturbation> minimumPerturbations(
            Samples samples, DoubleFunction<PerturbationSet> sets, double largest, int bisections) {
        if (!(largest > 0 && Double.isFinite(largest)) || bisections < 0) {
            throw new IllegalArgumentException(
                    "a search for the smallest perturbation needs a largest size, positive and"
                            + " finite, and a number of bisections, at least 0, but they were " + largest + " and "
                            + bisections);
        }
        return new MinimumSearch(this, sets, largest).search(samples, bisections);
    }

    private RobustnessResult result(
            Samples samples,
            PerturbationSet set,
            Proofs proofsOfThem,
            List<Verdict> verdicts,
            List<String> modelObstacles) {
        return new RobustnessResult(
                samples, set, attack.toString(), proofsOfThem.toString(), seed, verdicts, modelObstacles);
    }

    private static List<Sample> standing(List<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::isRobust).map(Verdict::sample).toList();
    }

    private List<Verdict> attackStanding(
            List<Verdict> before, PerturbationSet set, Proofs proofsOfThem, ForkJoinPool pool) {
        List<Verdict> after = new ArrayList<>(before);
        List<Integer> standing = IntStream.range(0, before.size())
                .filter(i -> stands(before.get(i), set))
                .boxed()
                .toList();
        List<Sample> samples =
                standing.stream().map(i -> before.get(i).sample()).toList();
        List<Verdict> attacked = new AttackRun(classifier, attack, proofsOfThem, seed, set, samples).run(pool);
        for (int i = 0; i < attacked.size(); i++) {
            int place = standing.get(i);
            after.set(place, attacked.get(i).after(before.get(place).effort()));
        }
        return after;
    }

    private static boolean stands(Verdict verdict, PerturbationSet set) {
        return verdict.isRobust()
                || (verdict instanceof Verdict.Broken broken
                        && !broken.counterexample().liesIn(set));
    }

    private static PerturbationSet effective(PerturbationSet set, Samples samples) {
        return set.range().isBounded() ? set : set.within(samples.range());
    }

    private void requireAbleToAttack(PerturbationSet set) {
        attack.requireAbleToAttack(classifier);
        attack.requireAbleToSearch(set);
    }

    private void requireFit(Samples samples) {
        Shape expected = classifier.inputShape();
        if (!expected.matches(samples.shape())) {
            throw new IllegalArgumentException(
                    "the model takes inputs of shape " + expected + ", but the samples have shape " + samples.shape());
        }
        if (classifier.classCount() != samples.classNames().size()) {
            throw new IllegalArgumentException("the model has " + classifier.classCount()
                    + " outputs, but the samples have " + samples.classNames().size() + " classes: "
                    + samples.classNames());
        }
    }

    private <T> T onPool(Function<ForkJoinPool, T> work) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> work.apply(pool)).join();
        } finally {
            pool.shutdown();
        }
    }
}
