package org.robustest.evaluation;

import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.random.StableHash;
import org.robustest.samples.Sample;

/** 100 points that are chosen without asking the model: what every other attack has to beat. */
final class RandomPoints implements Attack {

    private static final int POINTS = 100;

    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public void requireAbleToAttack(Classifier classifier) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        // Other points than those that counterexamples are planted at.
        return new RandomPointSearch(POINTS, sample, region, StableHash.mix(seed));
    }

    /** Returns the name and the number of points. */
    @Override
    public String toString() {
        return "random points(points=" + POINTS + ")";
    }
}
