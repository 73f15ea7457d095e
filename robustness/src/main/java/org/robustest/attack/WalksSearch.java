package org.robustest.attack;

import java.util.function.IntFunction;
import org.robustest.attack.internal.Margin;
import org.robustest.samples.Sample;

/** One sample's search by walks up one loss, one after the other. */
final class WalksSearch implements Search {

    private final Sample sample;
    private final Loss loss;
    private final int restarts;
    private final IntFunction<Walk> start;
    private Walk walk;
    private int restart;
    private double value;
    private double margin;

    /**
     * Creates a search.
     *
     * @param restarts how many walks there are
     * @param start gives the walk of a number, from 0
     */
    WalksSearch(Sample sample, Loss loss, int restarts, IntFunction<Walk> start) {
        this.sample = sample;
        this.loss = loss;
        this.restarts = restarts;
        this.start = start;
        this.walk = start.apply(0);
    }

    @Override
    public boolean propose(float[] point) {
        if (walk.propose(point)) {
            return true;
        }
        if (restart + 1 == restarts) {
            return false;
        }
        restart++;
        walk = start.apply(restart);
        return walk.propose(point);
    }

    @Override
    public boolean wantsGradient() {
        return walk.wantsGradient();
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        value = loss.value(logits, sample.label());
        margin = Margin.ofStrongestRival(logits, sample.label());
        loss.cotangent(logits, sample.label(), cotangent);
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
