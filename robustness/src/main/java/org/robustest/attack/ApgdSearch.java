package org.robustest.attack;

import org.robustest.attack.internal.Margin;
import org.robustest.perturbation.Region;
import org.robustest.random.RandomStream;
import org.robustest.samples.Sample;

/** One sample's walks by {@link Apgd}, each from a random start. */
final class ApgdSearch implements Search {

    private final Apgd attack;
    private final Sample sample;
    private final Region region;
    private final long seed;
    private int restart;
    private ApgdWalk walk;
    private double value;
    private double margin;

    ApgdSearch(Apgd attack, Sample sample, Region region, long seed) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.seed = seed;
        this.walk = start();
    }

    private ApgdWalk start() {
        float[] point = sample.input();
        region.draw(point, RandomStream.of(seed, sample.id(), "apgd", restart));
        return new ApgdWalk(region, attack.steps(), point, attack.givesUp());
    }

    @Override
    public boolean propose(float[] point) {
        if (walk.propose(point)) {
            return true;
        }
        restart++;
        if (restart == attack.restarts()) {
            return false;
        }
        walk = start();
        return walk.propose(point);
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        value = attack.loss().value(logits, sample.label());
        margin = Margin.ofStrongestRival(logits, sample.label());
        attack.loss().cotangent(logits, sample.label(), cotangent);
    }

    @Override
    public void learn(float[] gradient) {
        walk.learn(value, margin, gradient);
    }

    @Override
    public String position() {
        return "restart " + restart + ", step " + walk.step();
    }
}
