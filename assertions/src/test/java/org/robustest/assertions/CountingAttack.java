package org.robustest.assertions;

import java.util.concurrent.atomic.AtomicInteger;
import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** Counts how many searches it starts. */
final class CountingAttack implements Attack {

    private final Attack attack = new OneStep();
    private final AtomicInteger searches = new AtomicInteger();

    int searches() {
        return searches.get();
    }

    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        attack.requireAbleToSearch(set);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        searches.incrementAndGet();
        return attack.search(sample, region, seed);
    }
}
