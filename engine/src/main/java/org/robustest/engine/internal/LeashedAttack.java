package org.robustest.engine.internal;

import org.robustest.attack.Attack;
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
        return new Search() {
            @Override
            public boolean propose(float[] point) {
                leash.hold();
                return search.propose(point);
            }

            @Override
            public boolean wantsGradient() {
                return search.wantsGradient();
            }

            @Override
            public boolean mayLeaveRegion() {
                return search.mayLeaveRegion();
            }

            @Override
            public boolean wasBlind() {
                return search.wasBlind();
            }

            @Override
            public void cotangent(float[] logits, float[] cotangent) {
                search.cotangent(logits, cotangent);
            }

            @Override
            public void learn(float[] gradient) {
                search.learn(gradient);
            }

            @Override
            public String position() {
                return search.position();
            }
        };
    }

    @Override
    public String toString() {
        return attack.toString();
    }
}
