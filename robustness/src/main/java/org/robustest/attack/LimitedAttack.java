package org.robustest.attack;

import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** An attack with a {@link Budget} for each sample. */
final class LimitedAttack implements Attack {

    private final Attack attack;
    private final Budget budget;

    LimitedAttack(Attack attack, Budget budget) {
        this.attack = attack;
        this.budget = budget;
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
        return new LimitedSearch(attack.search(sample, region, seed), budget);
    }

    /** Returns the attack and its limits, such as {@code PGD(...) within 1000 forwards}. */
    @Override
    public String toString() {
        return attack + " within " + budget;
    }
}
