package org.robustest.attack;

import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/** One sample's step by {@link Fgsm}: a look from the input, and the point that it leads to. */
final class FgsmSearch implements Search {

    private final Loss loss;
    private final Sample sample;
    private final Region region;
    private final float[] best;
    private int visited;

    FgsmSearch(Loss loss, Sample sample, Region region) {
        this.loss = loss;
        this.sample = sample;
        this.region = region;
        this.best = sample.input();
    }

    @Override
    public boolean propose(float[] point) {
        if (visited == 2) {
            return false;
        }
        visited++;
        System.arraycopy(best, 0, point, 0, point.length);
        return true;
    }

    @Override
    public boolean wantsGradient() {
        return visited == 1;
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        loss.cotangent(logits, sample.label(), cotangent);
    }

    @Override
    public void learn(float[] gradient) {
        if (visited == 1) {
            region.maximize(gradient, best);
        }
    }

    @Override
    public String position() {
        return visited == 1 ? "the input itself" : "the step";
    }
}
