package org.robustest.evaluation;

import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** An attack with {@link Probes} behind it. */
final class ProbedAttack implements Attack {

    private final Attack attack;
    private final Predicate<Sample> isChosen;
    private final LongFunction<Attack> longer;

    ProbedAttack(Attack attack, Predicate<Sample> isChosen, LongFunction<Attack> longer) {
        this.attack = attack;
        this.isChosen = isChosen;
        this.longer = longer;
    }

    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        attack.requireAbleToSearch(set);
    }

    @Override
    public void requireAbleToAttack(Classifier classifier) {
        attack.requireAbleToAttack(classifier);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new ProbedSearch(
                attack.search(sample, region, seed), sample, region, seed, isChosen.test(sample), longer);
    }

    /** Returns the name of the attack alone: where a counterexample was found tells whether it was by a probe. */
    @Override
    public String toString() {
        return attack.toString();
    }
}
