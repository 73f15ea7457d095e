package org.robustest.evaluation;

import java.util.function.LongFunction;
import org.robustest.attack.Attack;
import org.robustest.attack.ForwardingSearch;
import org.robustest.attack.Search;
import org.robustest.perturbation.Region;
import org.robustest.random.StableHash;
import org.robustest.samples.Sample;

/** One sample's search, then the random points, then, if the sample was chosen for it, a longer search. */
final class ProbedSearch extends ForwardingSearch {

    private static final int POINTS_OF_SEARCH_FOR_ONE = 25;
    private static final int FEWEST_POINTS = 2;
    private static final int MOST_POINTS = 32;
    private static final int TIMES_AS_LONG = 2;

    private final Sample sample;
    private final Region region;
    private final long seed;
    private final boolean isChosen;
    private final LongFunction<Attack> longer;
    private Search search;
    private Phase phase = Phase.SEARCH;
    private int visited;
    private boolean wasBlind;

    ProbedSearch(
            Search search, Sample sample, Region region, long seed, boolean isChosen, LongFunction<Attack> longer) {
        this.search = search;
        this.sample = sample;
        this.region = region;
        this.seed = seed;
        this.isChosen = isChosen;
        this.longer = longer;
    }

    @Override
    protected Search search() {
        return search;
    }

    @Override
    public boolean propose(float[] point) {
        while (!search.propose(point)) {
            if (!beginNextPhase()) {
                return false;
            }
        }
        visited += phase == Phase.SEARCH ? 1 : 0;
        return true;
    }

    /** Puts what comes next in the place of a search that has ended, unless nothing comes. */
    private boolean beginNextPhase() {
        if (phase == Phase.SEARCH) {
            phase = Phase.CHANCE;
            wasBlind = search.wasBlind();
            int points = Math.min(Math.max(visited / POINTS_OF_SEARCH_FOR_ONE, FEWEST_POINTS), MOST_POINTS);
            search = new RandomPointSearch(points, sample, region, seed);
            return true;
        }
        if (phase == Phase.CHANCE && isChosen) {
            phase = Phase.MORE_EFFORT;
            search = longer.apply((long) TIMES_AS_LONG * visited).search(sample, region, StableHash.mix(seed));
            return true;
        }
        return false;
    }

    /** Tells it of the search itself, which is what is judged. */
    @Override
    public boolean wasBlind() {
        return phase == Phase.SEARCH ? search.wasBlind() : wasBlind;
    }

    @Override
    public String position() {
        return phase == Phase.MORE_EFFORT ? Probes.byMoreEffort(search.position()) : search.position();
    }

    private enum Phase {
        SEARCH,
        CHANCE,
        MORE_EFFORT
    }
}
