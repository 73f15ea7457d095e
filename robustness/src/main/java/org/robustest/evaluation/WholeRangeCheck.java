package org.robustest.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.robustest.attack.Attack;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;

/**
 * Searches the whole range of valid inputs from a few samples that stand: some input there is of another class, and a search
 * that does not find it is at fault (Carlini et al., "On Evaluating Adversarial Robustness", 2019, section 4.3).
 */
final class WholeRangeCheck {

    private static final int SAMPLES = 4;
    private static final double HALF = 0.5;

    private final Classifier classifier;
    private final Attack attack;
    private final long seed;
    private final Supervisor supervisor;

    WholeRangeCheck(Classifier classifier, Attack attack, long seed, Supervisor supervisor) {
        this.classifier = classifier;
        this.attack = attack;
        this.seed = seed;
        this.supervisor = supervisor;
    }

    /** Checks some of those that stand unproved, if there are enough, there is a range, and the attack can search it. */
    Optional<Diagnostic> check(List<Verdict> verdicts, PerturbationSet set, ForkJoinPool pool) {
        List<Verdict> standing = verdicts.stream()
                .filter(Verdict.Unbroken.class::isInstance)
                .sorted(Comparator.comparing(verdict -> verdict.sample().id()))
                .limit(SAMPLES)
                .toList();
        double width = (double) set.range().high() - set.range().low();
        if (standing.size() < SAMPLES || !Double.isFinite(width)) {
            return Optional.empty();
        }
        PerturbationSet whole = Perturbations.linf(width).within(set.range());
        if (!canSearch(whole)) {
            return Optional.empty();
        }
        AttackRun.Level level = AttackRun.Level.of(whole, attack, Proofs.none("not asked for"));
        List<Verdict> attacked = AttackRun.of(classifier, seed, level, standing, supervisor, pool);
        long unbroken =
                attacked.stream().filter(Verdict.Unbroken.class::isInstance).count();
        return Optional.of(Diagnostic.of(
                "unbroken in the whole range",
                (double) unbroken / SAMPLES,
                HALF,
                "The attack broke only " + (SAMPLES - unbroken) + " of " + SAMPLES
                        + " samples when it was allowed the whole range of the inputs, " + set.range() + ".",
                "It should break all of them: the model hides from the attack where to go, or predicts one class"
                        + " almost everywhere; look at its gradients, and try another attack."));
    }

    private boolean canSearch(PerturbationSet whole) {
        try {
            attack.requireAbleToSearch(whole);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
