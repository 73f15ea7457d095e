package org.robustest.attack;

import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** One sample's draws by {@link UniformNoise}. */
final class UniformNoiseSearch extends GradientFreeSearch {

    private final int draws;
    private final Sample sample;
    private final Region region;
    private final long seed;
    private int draw = -1;

    UniformNoiseSearch(int draws, Sample sample, Region region, long seed) {
        this.draws = draws;
        this.sample = sample;
        this.region = region;
        this.seed = seed;
    }

    @Override
    public boolean propose(float[] point) {
        if (draw + 1 == draws) {
            return false;
        }
        draw++;
        region.draw(point, RandomStream.of(seed, sample.id(), "uniform noise", draw));
        return true;
    }

    @Override
    void observe(float[] logits) {}

    @Override
    public String position() {
        return "draw " + draw;
    }
}
