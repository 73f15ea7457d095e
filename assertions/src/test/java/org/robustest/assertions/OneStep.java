package org.robustest.assertions;

import org.robustest.attack.Attack;
import org.robustest.attack.Search;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** Moves every value by ε against its sign: for {@link Line} the worst perturbation, so that messages are known by heart. */
public final class OneStep implements Attack {

    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new Search() {
            private boolean isDone;

            @Override
            public boolean propose(float[] point) {
                if (isDone) {
                    return false;
                }
                float[] towardZero = sample.input();
                for (int i = 0; i < towardZero.length; i++) {
                    towardZero[i] = -towardZero[i];
                }
                sample.copyInputTo(point, 0);
                region.ascend(point, towardZero, region.radius());
                isDone = true;
                return true;
            }

            @Override
            public void cotangent(float[] logits, float[] cotangent) {
                cotangent[sample.label()] = -1;
            }

            @Override
            public void learn(float[] gradient) {}

            @Override
            public String position() {
                return "its only step";
            }
        };
    }

    @Override
    public String toString() {
        return "OneStep";
    }
}
