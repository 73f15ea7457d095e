package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.robustest.attack.Attack;
import org.robustest.attack.NearestClasses;
import org.robustest.attack.UniformNoise;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;

/**
 * Judges samples until enough of them stand, or enough have fallen: first one step to each class for all, then the whole
 * search, in rounds, for those with the smallest margin before those with a larger one. A sample that falls costs little and
 * one that stands costs a whole search, so that this order is the best for either answer. Rounds, and not what the threads
 * happen to finish first, decide which samples stay open.
 */
final class DecisionRun {

    private static final int ROUND = 64;

    /** The search goes on for one in ten of those that stand, and for no more than fill a block of samples. */
    private static final int MORE_EFFORT_FOR_ONE_IN = 10;

    private static final int MOST_WITH_MORE_EFFORT = 16;

    private static final Attack SINGLE_STEPS = NearestClasses.withDefaults().withTargets(0);
    private static final Attack SHORT_WALKS =
            NearestClasses.withDefaults().withTargets(2).withSteps(10);
    private static final Attack SINGLE_DRAWS = UniformNoise.withDefaults().withDraws(2);

    private final Classifier classifier;
    private final Attack attack;
    private final Proofs proofs;
    private final long seed;
    private final PerturbationSet set;
    private final Probes probes;
    private final Supervisor supervisor;
    private final List<Verdict> verdicts;
    private final long needed;

    DecisionRun(
            Classifier classifier,
            Attack attack,
            Proofs proofs,
            long seed,
            PerturbationSet set,
            List<Verdict> clean,
            double required,
            Probes probes,
            Supervisor supervisor) {
        this.classifier = classifier;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.set = set;
        this.probes = probes;
        this.supervisor = supervisor;
        this.verdicts = new ArrayList<>(clean);
        // A millionth of a sample of slack, for shares such as 0.1 of 30.
        this.needed = (long) Math.ceil(required * clean.size() - 1e-6);
        for (int i = 0; i < clean.size(); i++) {
            if (clean.get(i) instanceof Verdict.Unbroken correct) {
                verdicts.set(i, new Verdict.Open(correct.sample(), correct.effort()));
            }
        }
    }

    /** Returns the verdicts that decide. */
    List<Verdict> run(double[] margins, ForkJoinPool pool) {
        List<Integer> open = IntStream.range(0, verdicts.size())
                .filter(this::isOpen)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> margins[i])
                        .thenComparing(i -> verdicts.get(i).sample().id()))
                .toList();
        for (List<Integer> round : rounds(open, this::fallsToDecide)) {
            tryToBreak(round, first(), pool);
        }
        if (classifier instanceof DifferentiableClassifier) {
            walkWhileItPays(open, pool);
        }
        judge(open, pool);
        if (isReached() && probes.areOn()) {
            spendMoreEffort(pool);
            judge(open, pool);
        }
        return verdicts;
    }

    private void judge(List<Integer> places, ForkJoinPool pool) {
        List<Integer> left = places.stream().filter(this::isOpen).toList();
        if (left.isEmpty() || isDecided()) {
            return;
        }
        // Not before: where most fall, no proof is needed, and to learn whether one is possible costs as much as many
        // searches.
        Proofs worthwhile = proofs.worthwhile(
                set, left.stream().map(verdicts::get).map(Verdict::sample).toList());
        for (List<Integer> round : rounds(left, this::verdictsToDecide)) {
            probes.count(attack(round, probes.randomPointsBehind(attack), worthwhile, pool));
        }
    }

    /** Searches some of those that stand once more, as long as before but otherwise: they decide, and should not fall. */
    private void spendMoreEffort(ForkJoinPool pool) {
        List<Integer> unbroken = IntStream.range(0, verdicts.size())
                .filter(i -> verdicts.get(i) instanceof Verdict.Unbroken)
                .boxed()
                .sorted(Comparator.comparingLong(
                        i -> probes.rank(verdicts.get(i).sample())))
                .toList();
        int oneInSome = (unbroken.size() + MORE_EFFORT_FOR_ONE_IN - 1) / MORE_EFFORT_FOR_ONE_IN;
        List<Integer> chosen = unbroken.subList(0, Math.min(MOST_WITH_MORE_EFFORT, oneInSome));
        if (!chosen.isEmpty()) {
            long points = (long) chosen.stream()
                    .mapToLong(i -> verdicts.get(i).effort().forwards())
                    .average()
                    .orElseThrow();
            probes.countMoreEffort(attack(chosen, probes.ofEffort(points), Proofs.none("they were tried"), pool));
        }
    }

    /**
     * Tries short walks, as long as so many fall that those left are enough for a no. Where the answer is to be yes they only add to
     * the cost.
     */
    private void walkWhileItPays(List<Integer> places, ForkJoinPool pool) {
        List<Integer> left = places.stream().filter(this::isOpen).toList();
        for (List<Integer> round : rounds(left, () -> ROUND)) {
            long before = count(Verdict.Open.class);
            tryToBreak(round, SHORT_WALKS, pool);
            long after = count(Verdict.Open.class);
            double rate = (double) (before - after) / round.size();
            if (rate * after < after + robust() - needed) {
                return;
            }
        }
    }

    private void tryToBreak(List<Integer> round, Attack by, ForkJoinPool pool) {
        attack(round, by, Proofs.none("not yet"), pool);
        round.forEach(this::reopen);
    }

    /** What costs little and breaks many. */
    private Attack first() {
        return classifier instanceof DifferentiableClassifier ? SINGLE_STEPS : SINGLE_DRAWS;
    }

    /** Cuts places into rounds, each of as many as are needed to decide or more, and ends as soon as the answer is known. */
    private Iterable<List<Integer>> rounds(List<Integer> places, LongSupplier fewestThatDecide) {
        return () -> new Iterator<>() {
            private int first;

            @Override
            public boolean hasNext() {
                return first < places.size() && !isDecided();
            }

            @Override
            public List<Integer> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the answer is known, or all samples had their turn");
                }
                int begin = first;
                first = (int) Math.min(places.size(), begin + Math.max(ROUND, fewestThatDecide.getAsLong()));
                return places.subList(begin, first);
            }
        };
    }

    /** How many have to fall at least before the answer is no. */
    private long fallsToDecide() {
        return count(Verdict.Open.class) + robust() - needed + 1;
    }

    /** How many have to fall, or to stand, at least before there is an answer. */
    private long verdictsToDecide() {
        return Math.min(fallsToDecide(), needed - robust());
    }

    /** A step to each class has broken none of these, which does not decide about them yet. */
    private void reopen(int place) {
        if (verdicts.get(place) instanceof Verdict.Unbroken unbroken) {
            verdicts.set(place, new Verdict.Open(unbroken.sample(), unbroken.effort()));
        }
    }

    private boolean isOpen(int place) {
        return verdicts.get(place) instanceof Verdict.Open;
    }

    private List<Verdict> attack(List<Integer> places, Attack by, Proofs proofsOfThem, ForkJoinPool pool) {
        List<Verdict> attacked = AttackRun.of(
                classifier,
                seed,
                AttackRun.Level.of(set, by, proofsOfThem),
                places.stream().map(verdicts::get).toList(),
                supervisor,
                pool);
        for (int j = 0; j < attacked.size(); j++) {
            verdicts.set(places.get(j), attacked.get(j));
        }
        return attacked;
    }

    private boolean isDecided() {
        return isReached() || count(Verdict.Open.class) + robust() < needed;
    }

    boolean isReached() {
        return robust() >= needed;
    }

    private long robust() {
        return verdicts.stream().filter(Verdict::isRobust).count();
    }

    private long count(Class<? extends Verdict> kind) {
        return verdicts.stream().filter(kind::isInstance).count();
    }
}
