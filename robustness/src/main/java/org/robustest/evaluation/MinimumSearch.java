package org.robustest.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;
import java.util.stream.StreamSupport;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;
import org.robustest.samples.InputRange;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * Searches for the smallest ε at which each sample falls, by bisection for all samples side by side. A counterexample that is
 * closer than its ε moves the search to where it is.
 */
final class MinimumSearch {

    private final RobustnessEvaluation evaluation;
    private final DoubleFunction<PerturbationSet> sets;
    private final double largest;
    private final Map<String, Interval> intervals = new ConcurrentHashMap<>();

    MinimumSearch(RobustnessEvaluation evaluation, DoubleFunction<PerturbationSet> sets, double largest) {
        this.evaluation = evaluation;
        this.sets = sets;
        this.largest = largest;
    }

    List<MinimumPerturbation> search(Samples samples, int bisections) {
        PerturbationSet whole = sets.apply(largest);
        evaluation.evaluate(samples, whole).verdicts().forEach(verdict -> learn(verdict, largest));
        for (int i = 0; i < bisections; i++) {
            Samples open = samples.where(sample -> of(sample.id()).isOpen());
            if (open.size() > 0) {
                RobustnessResult result = evaluation.evaluate(open, middle(whole.range()));
                result.verdicts()
                        .forEach(verdict ->
                                learn(verdict, of(verdict.sample().id()).middle()));
            }
        }
        return StreamSupport.stream(samples.spliterator(), false)
                .map(sample -> of(sample.id()).result(sample))
                .toList();
    }

    /** Returns the set in the middle of the interval of each sample; a range that is that of the sets is not that of the samples. */
    private PerturbationSet middle(InputRange range) {
        PerturbationSet middle = Perturbations.perSample(
                "bisection", largest, sample -> sets.apply(of(sample.id()).middle()));
        return range.isBounded() ? middle.within(range) : middle;
    }

    private Interval of(String id) {
        return intervals.computeIfAbsent(id, key -> new Interval());
    }

    private void learn(Verdict verdict, double epsilon) {
        of(verdict.sample().id()).learn(verdict, epsilon);
    }

    /** What is known of one sample. A search that fails ends the bisection, and does not change what is known from larger sets. */
    private static final class Interval {

        private double certified;
        private double unbroken;
        private double broken = Double.POSITIVE_INFINITY;
        private boolean hasFailed;
        private Optional<Counterexample> counterexample = Optional.empty();

        void learn(Verdict verdict, double epsilon) {
            if (verdict instanceof Verdict.Broken found) {
                broken = Math.min(epsilon, Math.max(found.counterexample().distance(), unbroken));
                counterexample = Optional.of(found.counterexample());
            } else if (verdict instanceof Verdict.Misclassified) {
                broken = 0;
            } else if (verdict.isRobust()) {
                unbroken = epsilon;
                certified = verdict instanceof Verdict.Certified ? epsilon : certified;
            } else {
                hasFailed = true;
            }
        }

        boolean isOpen() {
            return !hasFailed && broken > unbroken && Double.isFinite(broken);
        }

        double middle() {
            return (unbroken + broken) / 2;
        }

        MinimumPerturbation result(Sample sample) {
            return hasFailed && Double.isInfinite(broken)
                    ? new MinimumPerturbation(sample, 0, 0, Double.NaN, Optional.empty())
                    : new MinimumPerturbation(sample, certified, unbroken, broken, counterexample);
        }
    }
}
