package org.robustest.evaluation;

import java.util.function.Predicate;
import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** An attack with {@link Probes} behind it. */
final class ProbedAttack implements Attack {

    private final Attack attack;
    private final Predicate<Sample> isChosen;

    ProbedAttack(Attack attack, Predicate<Sample> isChosen) {
        this.attack = attack;
        this.isChosen = isChosen;
    }

    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        attack.requireAbleToSearch(set);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new ProbedSearch(attack.search(sample, region, seed), sample, region, seed, isChosen.test(sample));
    }

    /** Returns the name of the attack alone: where a counterexample was found tells whether it was by a probe. */
    @Override
    public String toString() {
        return attack.toString();
    }
}
