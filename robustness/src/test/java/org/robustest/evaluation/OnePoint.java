package org.robustest.evaluation;

import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** Visits one point for each sample of two classes, and no other. */
record OnePoint(String name, Choice choice) implements Attack {

    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new Search() {
            private boolean isDone;

            @Override
            public boolean propose(float[] point) {
                choice.write(sample, region, seed, point);
                boolean isFirst = !isDone;
                isDone = true;
                return isFirst;
            }

            @Override
            public void cotangent(float[] logits, float[] cotangent) {
                cotangent[0] = 1;
                cotangent[1] = -1;
            }

            @Override
            public void learn(float[] gradient) {}

            @Override
            public String position() {
                return "the only point";
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }

    /** Says which point. */
    @FunctionalInterface
    interface Choice {
        void write(Sample sample, Region region, long seed, float[] point);
    }
}
