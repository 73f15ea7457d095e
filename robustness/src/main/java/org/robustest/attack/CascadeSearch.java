package org.robustest.attack;

import java.util.List;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * One sample's searches by the attacks of a {@link Cascade}. Whether it was blind is what the last of them says, which is to be the
 * strongest.
 */
final class CascadeSearch extends ForwardingSearch {

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
    protected Search search() {
        return search;
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
    public String position() {
        return "attack " + (turn + 1) + " of " + attacks.size() + ", " + search.position();
    }
}
