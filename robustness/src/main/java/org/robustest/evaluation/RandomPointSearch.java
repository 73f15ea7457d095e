package org.robustest.evaluation;

import java.util.Arrays;
import org.robustest.attack.Search;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** Visits a number of points of one sample that are chosen without asking the model. */
final class RandomPointSearch implements Search {

    private final int points;
    private final Sample sample;
    private final Region region;
    private final long seed;
    private int next;

    RandomPointSearch(int points, Sample sample, Region region, long seed) {
        this.points = points;
        this.sample = sample;
        this.region = region;
        this.seed = seed;
    }

    @Override
    public boolean propose(float[] point) {
        if (next == points) {
            return false;
        }
        RandomPoint.of(next, sample, seed).choose(region, point);
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
}
