package org.robustest.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.robustest.attack.Attack;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;

/**
 * One run of a {@link RobustnessEvaluation}: the model is asked about the samples as they are, what it answers is diagnosed, those
 * it gets right are attacked at one level of noise after the other, and the searches are diagnosed.
 */
final class EvaluationRun {

    private final Classifier classifier;
    private final Attack attack;
    private final Proofs proofs;
    private final long seed;
    private final boolean hasProbes;
    private final ForkJoinPool pool;
    private final Supervisor supervisor;

    EvaluationRun(
            Classifier classifier,
            Attack attack,
            Proofs proofs,
            long seed,
            boolean hasProbes,
            ForkJoinPool pool,
            Supervisor supervisor) {
        this.classifier = classifier;
        this.attack = attack;
        this.proofs = proofs;
        this.seed = seed;
        this.hasProbes = hasProbes;
        this.pool = pool;
        this.supervisor = supervisor;
    }

    /** Judges all samples within each of the sets, the smallest first. */
    List<RobustnessResult> evaluate(Samples samples, List<PerturbationSet> sets) {
        CleanCheck check = new CleanCheck(classifier.original(), sets.get(0));
        List<Verdict> clean = check.judge(samples);
        Diagnostics diagnostics = beforeSearch(check, clean, sets.get(0));
        return attackStanding(samples, clean, sets, diagnostics);
    }

    /** Judges the samples of a result within a larger set. */
    RobustnessResult escalate(RobustnessResult smaller, PerturbationSet set) {
        return attackStanding(smaller.samples(), smaller.verdicts(), List.of(set), smaller.measured())
                .get(0);
    }

    /** Judges samples until it is known whether the required share of them stands. */
    Decision decide(Samples samples, PerturbationSet set, double required) {
        CleanCheck check = new CleanCheck(classifier.original(), set);
        List<Verdict> clean = check.judge(samples);
        Diagnostics diagnostics = beforeSearch(check, clean, set);
        Probes probes = new Probes(seed, classifier, hasProbes && diagnostics.isClear());
        DecisionRun run = new DecisionRun(classifier, attack, proofs, seed, set, clean, required, probes, supervisor);
        List<Verdict> verdicts = run.run(check.margins(), pool);
        Diagnostics all = afterSearch(diagnostics, probes, verdicts, set);
        return new Decision(set, required, verdicts, all, run.isReached());
    }

    private Diagnostics beforeSearch(CleanCheck check, List<Verdict> clean, PerturbationSet set) {
        Diagnostics ofLogits =
                new Diagnostics(check.logits().ofModel(), check.logits().ofSearch());
        return classifier instanceof DifferentiableClassifier differentiable
                ? ofLogits.and(new GradientCheck(differentiable, set).check(standing(clean)))
                : ofLogits;
    }

    private Diagnostics afterSearch(Diagnostics before, Probes probes, List<Verdict> verdicts, PerturbationSet set) {
        if (!hasProbes || !before.isClear()) {
            return before;
        }
        WholeRangeCheck wholeRange = new WholeRangeCheck(classifier, attack, seed, supervisor);
        return before.and(probes.diagnostics())
                .and(wholeRange.check(verdicts, set, pool).stream().toList());
    }

    private static List<Sample> standing(List<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::isRobust).map(Verdict::sample).toList();
    }

    /** Attacks the samples that stand, at one level after the other; what was learnt of the search at one holds for those above. */
    private List<RobustnessResult> attackStanding(
            Samples samples, List<Verdict> before, List<PerturbationSet> sets, Diagnostics diagnostics) {
        List<Sample> standing = standing(before);
        List<Probes> probes = new ArrayList<>();
        List<AttackRun.Level> levels = new ArrayList<>();
        for (PerturbationSet set : sets) {
            Probes ofLevel = new Probes(seed, classifier, hasProbes && diagnostics.isClear());
            probes.add(ofLevel);
            levels.add(new AttackRun.Level(
                    set, ofLevel.behind(attack), ofLevel.behindRecheckOf(attack), proofs.worthwhile(set, standing)));
        }
        // Those that are searched longer come first, so that they are not the last ones left.
        List<Integer> order = IntStream.range(0, before.size())
                .boxed()
                .sorted(Comparator.comparing(
                        i -> !probes.get(0).isChosen(before.get(i).sample())))
                .toList();
        AttackRun run = new AttackRun(
                classifier, seed, levels, order.stream().map(before::get).toList(), supervisor);
        run.run(pool);
        List<RobustnessResult> results = new ArrayList<>();
        Diagnostics all = diagnostics;
        for (int level = 0; level < levels.size(); level++) {
            List<Verdict> after = inOrderOf(before, order, run.verdicts(level));
            probes.get(level).count(run.attacked(level));
            all = afterSearch(all, probes.get(level), after, sets.get(level));
            results.add(result(samples, levels.get(level), after, all));
        }
        return results;
    }

    /** Puts the verdicts on samples that were taken in some order back to the places that these had before. */
    private static List<Verdict> inOrderOf(List<Verdict> before, List<Integer> order, List<Verdict> ordered) {
        List<Verdict> after = new ArrayList<>(before);
        for (int i = 0; i < order.size(); i++) {
            after.set(order.get(i), ordered.get(i));
        }
        return after;
    }

    private RobustnessResult result(
            Samples samples, AttackRun.Level level, List<Verdict> verdicts, Diagnostics diagnostics) {
        return new RobustnessResult(
                samples, level.set(), attack.toString(), level.proofs().toString(), seed, verdicts, diagnostics);
    }
}
