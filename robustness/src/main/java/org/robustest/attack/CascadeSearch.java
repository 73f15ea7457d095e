package org.robustest.attack;

import java.util.List;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** One sample's searches by the attacks of a {@link Cascade}. */
final class CascadeSearch implements Search {

    private final List<Attack> attacks;
    private final Sample sample;
    private final Region region;
    private final long seed;
    private int turn;
    private Search search;

    CascadeSearch(List<Attack> attacks, Sample sample, Region region, long seed) {
        this.attacks = attacks;
        this.sample = sample;
        this.region = region;
        this.seed = seed;
        this.search = attacks.get(0).search(sample, region, seed);
    }

    @Override
    public boolean propose(float[] point) {
        while (!search.propose(point)) {
            if (turn + 1 == attacks.size()) {
                return false;
            }
            turn++;
            search = attacks.get(turn).search(sample, region, seed);
        }
        return true;
    }

    @Override
    public boolean wantsGradient() {
        return search.wantsGradient();
    }

    @Override
    public boolean mayLeaveRegion() {
        return search.mayLeaveRegion();
    }

    /** Tells it of the last of the attacks, which is to be the strongest. */
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
        return "attack " + (turn + 1) + " of " + attacks.size() + ", " + search.position();
    }
}
