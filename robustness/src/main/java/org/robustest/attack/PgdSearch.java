package org.robustest.attack;

import java.util.Arrays;
import java.util.Optional;
import org.robustest.attack.internal.Margin;
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
    private final float[] direction;
    private Optional<Outlook> outlook;
    private double margin;
    private int restart;
    private int step = -1;

    PgdSearch(Pgd attack, Sample sample, Region region, long seed) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.seed = seed;
        this.current = sample.input();
        this.direction = new float[current.length];
        this.outlook = newOutlook();
    }

    private Optional<Outlook> newOutlook() {
        return attack.givesUp() ? Optional.of(new Outlook(attack.steps())) : Optional.empty();
    }

    @Override
    public boolean propose(float[] point) {
        if (step == attack.steps() || outlook.filter(Outlook::isHopeless).isPresent()) {
            restart++;
            step = -1;
            outlook = newOutlook();
            Arrays.fill(direction, 0);
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
            region.ascend(current, direction, attack.stepSize().in(region.radius()));
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
        margin = Margin.ofStrongestRival(logits, sample.label());
        attack.loss().cotangent(logits, sample.label(), cotangent);
    }

    @Override
    public void learn(float[] gradient) {
        outlook.ifPresent(present -> present.learn(margin));
        if (attack.momentum() == 0) {
            System.arraycopy(gradient, 0, direction, 0, gradient.length);
        } else {
            addToDirection(gradient, region.dualNorm(gradient));
        }
    }

    /** Adds a gradient to the running sum; one that is 0 says nothing of the direction. */
    private void addToDirection(float[] gradient, double norm) {
        double scale = norm > 0 ? 1 / norm : 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (attack.momentum() * direction[i] + scale * gradient[i]);
        }
    }

    @Override
    public String position() {
        return "restart " + restart + ", step " + step;
    }
}
