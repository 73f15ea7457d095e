package org.robustest.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.robustest.attack.Search;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** The search of a {@link Replay} for one sample. */
final class ReplaySearch implements Search {

    private final Sample sample;
    private final Region region;
    private final List<StoredCounterexample> stored;
    private final Optional<Search> next;
    private int proposed;
    private boolean hasEnded;

    ReplaySearch(Sample sample, Region region, List<StoredCounterexample> stored, Optional<Search> next) {
        this.sample = sample;
        this.region = region;
        this.stored = stored;
        this.next = next;
    }

    @Override
    public boolean propose(float[] point) {
        if (proposed < stored.size()) {
            float[] known = stored.get(proposed).pointIn(region, point.length).orElseThrow();
            System.arraycopy(known, 0, point, 0, point.length);
            proposed++;
            return true;
        }
        if (!hasEnded && !stored.isEmpty()) {
            // The next search begins as it would without a replay: from the sample.
            sample.copyInputTo(point, 0);
        }
        hasEnded = true;
        return next.isPresent() && next.get().propose(point);
    }

    /** A stored point breaks the model or does not: a gradient there would lead nowhere. */
    @Override
    public boolean wantsGradient() {
        return hasEnded && next.orElseThrow().wantsGradient();
    }

    @Override
    public boolean mayLeaveRegion() {
        return hasEnded && next.orElseThrow().mayLeaveRegion();
    }

    @Override
    public boolean wasBlind() {
        return next.map(Search::wasBlind).orElse(false);
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        if (hasEnded) {
            next.orElseThrow().cotangent(logits, cotangent);
        } else {
            Arrays.fill(cotangent, 0);
        }
    }

    @Override
    public void learn(float[] gradient) {
        if (hasEnded) {
            next.orElseThrow().learn(gradient);
        }
    }

    @Override
    public String position() {
        return hasEnded
                ? next.map(Search::position).orElse("the end of the replay")
                : Replay.position(stored.get(Math.max(0, proposed - 1)).finding());
    }
}
