package org.robustest.attack;

import org.robustest.perturbation.Region;

/**
 * A walk along a running sum of the gradients, each divided by its dual norm, of which a share is kept at each step (Dong et al.,
 * "Boosting Adversarial Attacks with Momentum", CVPR 2018, algorithm 1); without a share, along the last gradient alone.
 */
final class MomentumWalk implements Walk {

    private final Region region;
    private final Schedule schedule;
    private final double momentum;
    private final float[] current;
    private final float[] direction;
    private int step = -1;

    MomentumWalk(Region region, Schedule schedule, double momentum, float[] start) {
        this.region = region;
        this.schedule = schedule;
        this.momentum = momentum;
        this.current = start.clone();
        this.direction = new float[start.length];
    }

    @Override
    public boolean propose(float[] point) {
        if (step == schedule.steps()) {
            return false;
        }
        step++;
        if (step > 0) {
            region.ascend(current, direction, schedule.length(step, region.radius()));
        }
        System.arraycopy(current, 0, point, 0, point.length);
        return true;
    }

    @Override
    public boolean wantsGradient() {
        return step < schedule.steps();
    }

    @Override
    public void learn(double loss, double margin, float[] gradient) {
        if (momentum == 0) {
            System.arraycopy(gradient, 0, direction, 0, gradient.length);
        } else {
            addToDirection(gradient, region.dualNorm(gradient));
        }
    }

    /** Adds a gradient to the running sum; one that is 0 says nothing of the direction. */
    private void addToDirection(float[] gradient, double norm) {
        double scale = norm > 0 ? 1 / norm : 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (momentum * direction[i] + scale * gradient[i]);
        }
    }

    @Override
    public int step() {
        return step;
    }
}
