package org.robustest.evaluation;

import java.util.Arrays;
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
        return new Search() {
            private int next;

            @Override
            public boolean propose(float[] point) {
                if (next == POINTS) {
                    return false;
                }
                // Other points than those that counterexamples are planted at.
                RandomPoint.of(next, sample, StableHash.mix(seed)).choose(region, point);
                next++;
                return true;
            }

            @Override
            public boolean wantsGradient() {
                return false;
            }

            @Override
            public void cotangent(float[] logits, float[] cotangent) {
                Arrays.fill(cotangent, 0);
            }

            @Override
            public void learn(float[] gradient) {}

            @Override
            public String position() {
                return Probes.byChance(next);
            }
        };
    }

    /** Returns the name and the number of points. */
    @Override
    public String toString() {
        return "random points(points=" + POINTS + ")";
    }
}
