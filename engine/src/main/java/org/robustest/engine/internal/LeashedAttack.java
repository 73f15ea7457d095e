package org.robustest.engine.internal;

import org.robustest.attack.Attack;
import org.robustest.attack.ForwardingSearch;
import org.robustest.attack.Search;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** An attack that is ended by a {@link Leash}, after which the samples not yet judged have failed. It is the same attack else. */
record LeashedAttack(Attack attack, Leash leash) implements Attack {

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
        Search search = attack.search(sample, region, seed);
        return new ForwardingSearch() {
            @Override
            protected Search search() {
                return search;
            }

            @Override
            public boolean propose(float[] point) {
                leash.hold();
                return super.propose(point);
            }
        };
    }

    @Override
    public String toString() {
        return attack.toString();
    }
}
