package org.robustest.attack;

import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** One sample's walk by {@link Pgd}: a random start, then the steps, for each restart. */
final class PgdSearch implements Search {

    private final Pgd attack;
    private final Sample sample;
    private final Region region;
    private final long seed;
    private final float[] current;
    private final float[] gradient;
    private int restart;
    private int step = -1;

    PgdSearch(Pgd attack, Sample sample, Region region, long seed) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.seed = seed;
        this.current = sample.input();
        this.gradient = new float[current.length];
    }

    @Override
    public boolean propose(float[] point) {
        if (step == attack.steps()) {
            restart++;
            step = -1;
        }
        if (restart == attack.restarts()) {
            return false;
        }
        step++;
        if (step == 0 && restart == 0 && attack.startsAtInput()) {
            sample.copyInputTo(current, 0);
        } else if (step == 0) {
            region.draw(current, RandomStream.of(seed, sample.id(), "pgd", restart));
        } else {
            region.ascend(current, gradient, attack.stepSize().in(region.radius()));
        }
        System.arraycopy(current, 0, point, 0, point.length);
        return true;
    }

    @Override
    public boolean wantsGradient() {
        return step < attack.steps();
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        attack.loss().cotangent(logits, sample.label(), cotangent);
    }

    @Override
    public void learn(float[] newGradient) {
        System.arraycopy(newGradient, 0, gradient, 0, gradient.length);
    }

    @Override
    public String position() {
        return "restart " + restart + ", step " + step;
    }
}
