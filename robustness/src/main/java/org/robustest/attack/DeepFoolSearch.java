package org.robustest.attack;

import java.util.Arrays;
import org.robustest.attack.internal.Margin;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * One sample's steps by {@link DeepFool}. At each point the gradients to all candidates are asked for, one after the other. A
 * point outside of the region is carried into it and tried there first.
 */
final class DeepFoolSearch implements Search {

    private final DeepFool attack;
    private final Sample sample;
    private final Region region;
    private final float[] origin;
    private final float[] total;
    private final float[] current;
    private final float[] inside;
    private final float[] nearestGradient;

    private int[] rivals = {};
    private int step;
    private int turn;
    private boolean triesInside;
    private boolean isOver;
    private double value;
    private double nearest = Double.POSITIVE_INFINITY;

    DeepFoolSearch(DeepFool attack, Sample sample, Region region) {
        this.attack = attack;
        this.sample = sample;
        this.region = region;
        this.origin = sample.input();
        this.total = sample.input();
        this.current = sample.input();
        this.inside = sample.input();
        this.nearestGradient = new float[origin.length];
    }

    @Override
    public boolean propose(float[] point) {
        if (isOver) {
            return false;
        }
        System.arraycopy(triesInside ? inside : current, 0, point, 0, point.length);
        return true;
    }

    @Override
    public boolean wantsGradient() {
        return !triesInside;
    }

    @Override
    public boolean mayLeaveRegion() {
        return !triesInside;
    }

    @Override
    public void cotangent(float[] logits, float[] cotangent) {
        if (triesInside) {
            Arrays.fill(cotangent, 0);
            return;
        }
        if (rivals.length == 0) {
            rivals = Arrays.stream(LogitOrder.of(logits))
                    .filter(k -> k != sample.label())
                    .limit(attack.candidates())
                    .toArray();
        }
        // Beyond the boundary, but outside of the region: this is as near as the steps come.
        isOver = Margin.ofStrongestRival(logits, sample.label()) >= 0;
        Loss margin = Loss.margin(rivals[turn]);
        value = margin.value(logits, sample.label());
        margin.cotangent(logits, sample.label(), cotangent);
    }

    @Override
    public void learn(float[] gradient) {
        if (triesInside) {
            triesInside = false;
            return;
        }
        double distance = -value / region.dualNorm(gradient);
        if (distance < nearest) {
            nearest = distance;
            System.arraycopy(gradient, 0, nearestGradient, 0, gradient.length);
        }
        turn++;
        if (turn == rivals.length && !isOver) {
            move();
        }
    }

    private void move() {
        if (step == attack.steps() || nearest == Double.POSITIVE_INFINITY) {
            isOver = true;
            return;
        }
        step++;
        // As large as keeps the ball from cutting anything off, so that only the range does.
        Region wide = region.resized((region.distance(total) + nearest) * (1 + attack.overshoot()) * 1.001);
        wide.ascend(total, nearestGradient, nearest);
        for (int i = 0; i < current.length; i++) {
            current[i] = (float) (origin[i] + (1 + attack.overshoot()) * ((double) total[i] - origin[i]));
        }
        wide.project(current);
        triesInside = !region.contains(current);
        if (triesInside) {
            System.arraycopy(current, 0, inside, 0, inside.length);
            region.project(inside);
        }
        turn = 0;
        nearest = Double.POSITIVE_INFINITY;
    }

    @Override
    public String position() {
        return triesInside ? "step " + step + ", carried into the set" : "step " + step;
    }
}
