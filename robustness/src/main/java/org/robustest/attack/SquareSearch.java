package org.robustest.attack;

import org.robustest.attack.internal.Margin;
import org.robustest.perturbation.Norm;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** One sample's random search by {@link Square}. */
final class SquareSearch extends GradientFreeSearch {

    private final Square attack;
    private final Sample sample;
    private final RandomStream random;
    private final Windows windows;
    private final float[] best;
    private final float[] candidate;
    private int query = -1;
    private double bestValue = Double.NEGATIVE_INFINITY;
    private boolean hasSeenChange;

    SquareSearch(Square attack, Sample sample, Region region, long seed) {
        this.attack = attack;
        this.sample = sample;
        this.random = RandomStream.of(seed, sample.id(), "square");
        this.windows = region.norm() == Norm.LINF
                ? new BoxWindows(sample, region, random)
                : new BallWindows(sample, region, random);
        this.best = sample.input();
        this.candidate = sample.input();
    }

    @Override
    public boolean propose(float[] point) {
        if (query + 1 == attack.queries()) {
            return false;
        }
        query++;
        if (query == 0) {
            windows.begin(candidate);
        } else {
            System.arraycopy(best, 0, candidate, 0, best.length);
            windows.change(candidate, attack.share(query));
        }
        System.arraycopy(candidate, 0, point, 0, point.length);
        return true;
    }

    @Override
    void observe(float[] logits) {
        double value = Margin.ofStrongestRival(logits, sample.label());
        hasSeenChange |= query > 0 && value != bestValue;
        if (value > bestValue) {
            bestValue = value;
            System.arraycopy(candidate, 0, best, 0, best.length);
        }
    }

    @Override
    public boolean wasBlind() {
        return query > 0 && !hasSeenChange;
    }

    @Override
    public String position() {
        return "query " + query;
    }
}
