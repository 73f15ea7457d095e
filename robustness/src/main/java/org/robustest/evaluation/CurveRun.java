package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.robustest.attack.Attack;
import org.robustest.certificate.Certificate;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Judges samples for sets of which each includes the one before, at about the cost of the largest: it begins with that one,
 * where most samples fall at once. What stands there stands in the smaller sets as well, and what has fallen goes on to the
 * next smaller one. Proofs are sought from the smallest set on, as far as they reach.
 */
final class CurveRun {

    private final DifferentiableClassifier classifier;
    private final Attack attack;
    private final Proofs proofs;
    private final long seed;
    private final List<PerturbationSet> sets;
    private final Probes probes;
    private final Supervisor supervisor;
    private final Verdict[][] verdicts;

    CurveRun(
            DifferentiableClassifier classifier,
            Attack attack,
            Proofs proofs,
            long seed,
            List<PerturbationSet> sets,
            List<Verdict> clean,
            Probes probes,
            Supervisor supervisor) {
        this.classifier = classifier;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.sets = sets;
        this.probes = probes;
        this.supervisor = supervisor;
        this.verdicts = new Verdict[sets.size()][];
        Arrays.setAll(verdicts, level -> clean.toArray(Verdict[]::new));
    }

    /** Tells whether each of the sets is known to include the one before. */
    static boolean areNested(List<PerturbationSet> sets) {
        return IntStream.range(1, sets.size()).allMatch(level -> sets.get(level).includes(sets.get(level - 1)));
    }

    /** Returns the verdicts for each set, the smallest first. */
    List<List<Verdict>> run(ForkJoinPool pool) {
        List<Integer> correct = IntStream.range(0, verdicts[0].length)
                .filter(i -> verdicts[0][i].isRobust())
                .boxed()
                .toList();
        List<Integer> standing = correct;
        for (int level = sets.size() - 1; level >= 0; level--) {
            attack(level, standing, pool);
            standing = carryToSmallerSets(level, standing);
        }
        correct.parallelStream().forEach(this::prove);
        return Arrays.stream(verdicts).map(List::of).toList();
    }

    private void attack(int level, List<Integer> standing, ForkJoinPool pool) {
        List<Integer> places =
                standing.stream().filter(i -> verdicts[level][i].isRobust()).toList();
        List<Sample> samples =
                places.stream().map(i -> verdicts[level][i].sample()).toList();
        List<Verdict> attacked = new AttackRun(
                        classifier, probes.behind(attack), proofs, seed, sets.get(level), samples, supervisor)
                .run(pool);
        probes.count(attacked);
        for (int j = 0; j < attacked.size(); j++) {
            int place = places.get(j);
            verdicts[level][place] = attacked.get(j).after(verdicts[level][place].effort());
        }
    }

    /** Returns those that did not stand, and so are to be attacked within the next smaller set. */
    private List<Integer> carryToSmallerSets(int level, List<Integer> places) {
        List<Integer> fallen = new ArrayList<>();
        for (int place : places) {
            Verdict verdict = verdicts[level][place];
            if (verdict.isRobust()) {
                for (int below = 0; below < level; below++) {
                    verdicts[below][place] = verdict;
                }
            } else if (level > 0) {
                verdicts[level - 1][place] = carry(verdict, sets.get(level - 1));
                fallen.add(place);
            }
        }
        return fallen;
    }

    private static Verdict carry(Verdict verdict, PerturbationSet smaller) {
        return verdict instanceof Verdict.Broken broken
                        && broken.counterexample().liesIn(smaller)
                ? broken
                : new Verdict.Unbroken(verdict.sample(), verdict.effort());
    }

    /** Looks for proofs for one sample, where a search has not done so yet. */
    private void prove(int place) {
        for (int level = 0; level < sets.size(); level++) {
            Verdict verdict = verdicts[level][place];
            boolean wasTried = level + 1 == sets.size() || !verdicts[level + 1][place].isRobust();
            if (!(verdict instanceof Verdict.Unbroken) || wasTried) {
                return;
            }
            supervisor.requireRunning();
            Region region = sets.get(level).around(verdict.sample());
            Certificate certificate = proofs.beforeSearch(verdict.sample(), region)
                    .or(() -> proofs.afterSearch(verdict.sample(), region))
                    .orElse(null);
            if (certificate == null) {
                return;
            }
            verdicts[level][place] = new Verdict.Certified(verdict.sample(), certificate, verdict.effort());
        }
    }
}
