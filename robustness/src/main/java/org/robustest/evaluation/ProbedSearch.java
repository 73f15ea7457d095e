package org.robustest.evaluation;

import java.util.Arrays;
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
    private int randomPoints;
    private int next;
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
        if (phase == Phase.SEARCH) {
            if (search.propose(point)) {
                visited++;
                return true;
            }
            phase = Phase.CHANCE;
            randomPoints = Math.min(Math.max(visited / POINTS_OF_SEARCH_FOR_ONE, FEWEST_POINTS), MOST_POINTS);
        }
        if (phase == Phase.CHANCE) {
            if (next < randomPoints) {
                RandomPoint.of(next, sample, seed).choose(region, point);
                next++;
                return true;
            }
            if (!isChosen) {
                return false;
            }
            phase = Phase.MORE_EFFORT;
            wasBlind = search.wasBlind();
            search = longer.apply((long) TIMES_AS_LONG * visited).search(sample, region, StableHash.mix(seed));
        }
        return search.propose(point);
    }

    @Override
    public boolean wantsGradient() {
        return phase != Phase.CHANCE && search.wantsGradient();
    }

    @Override
    public boolean mayLeaveRegion() {
        return phase != Phase.CHANCE && search.mayLeaveRegion();
    }

    @Override
    public boolean wasBlind() {
        return phase == Phase.MORE_EFFORT ? wasBlind : search.wasBlind();
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        if (phase == Phase.CHANCE) {
            Arrays.fill(cotangent, 0);
        } else {
            search.cotangent(logits, cotangent);
        }
    }

    @Override
    public void learn(float[] gradient) {
        if (phase != Phase.CHANCE) {
            search.learn(gradient);
        }
    }

    @Override
    public String position() {
        return switch (phase) {
            case SEARCH -> search.position();
            case CHANCE -> Probes.byChance(next);
            case MORE_EFFORT -> Probes.byMoreEffort(search.position());
        };
    }

    private enum Phase {
        SEARCH,
        CHANCE,
        MORE_EFFORT
    }
}
