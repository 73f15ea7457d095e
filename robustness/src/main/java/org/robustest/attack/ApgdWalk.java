package org.robustest.attack;

import java.util.List;
import org.robustest.perturbation.Region;

/**
 * One walk of APGD from one start: steps with momentum, of a length that is halved whenever the loss has stopped growing;
 * then the walk goes on from the best point it has seen.
 *
 * @see Apgd
 */
final class ApgdWalk implements Walk {

    private static final double MOMENTUM = 0.75;
    private static final double ENOUGH_GROWTH = 0.75;

    private final Region region;
    private final int steps;
    private final List<Integer> checkpoints;

    private final float[] current;
    private final float[] previous;
    private final float[] ahead;
    private final float[] gradient;
    private final float[] best;
    private final float[] bestGradient;

    private int step = -1;
    private double stepSize;
    private double value = Double.NEGATIVE_INFINITY;
    private double bestValue = Double.NEGATIVE_INFINITY;

    private int lastCheckpoint;
    private int growths;
    private boolean wasHalved;
    private double bestAtCheckpoint = Double.NEGATIVE_INFINITY;

    ApgdWalk(Region region, int steps, float[] start) {
        this.region = region;
        this.steps = steps;
        this.checkpoints = Checkpoints.of(steps);
        this.current = start.clone();
        this.previous = start.clone();
        this.ahead = new float[start.length];
        this.gradient = new float[start.length];
        this.best = start.clone();
        this.bestGradient = new float[start.length];
        this.stepSize = 2 * region.radius();
    }

    @Override
    public boolean propose(float[] point) {
        if (step == steps) {
            return false;
        }
        step++;
        if (step > 0) {
            move();
        }
        System.arraycopy(current, 0, point, 0, point.length);
        return true;
    }

    private void move() {
        System.arraycopy(current, 0, ahead, 0, ahead.length);
        region.ascend(ahead, gradient, stepSize);
        double momentum = step == 1 ? 1 : MOMENTUM;
        for (int i = 0; i < current.length; i++) {
            double x = current[i];
            ahead[i] = (float) (x + momentum * (ahead[i] - x) + (1 - momentum) * (x - previous[i]));
        }
        region.project(ahead);
        System.arraycopy(current, 0, previous, 0, previous.length);
        System.arraycopy(ahead, 0, current, 0, current.length);
    }

    @Override
    public boolean wantsGradient() {
        return step < steps;
    }

    @Override
    public void learn(double newValue, double margin, float[] newGradient) {
        System.arraycopy(newGradient, 0, gradient, 0, gradient.length);
        if (newValue > value) {
            growths++;
        }
        value = newValue;
        if (newValue > bestValue) {
            bestValue = newValue;
            System.arraycopy(current, 0, best, 0, best.length);
            System.arraycopy(gradient, 0, bestGradient, 0, bestGradient.length);
        }
        if (step == 0) {
            growths = 0;
            bestAtCheckpoint = bestValue;
        } else if (checkpoints.contains(step)) {
            lookBack();
        }
    }

    private void lookBack() {
        boolean growsTooSeldom = growths < ENOUGH_GROWTH * (step - lastCheckpoint);
        boolean isStuck = !wasHalved && bestValue <= bestAtCheckpoint;
        wasHalved = growsTooSeldom || isStuck;
        if (wasHalved) {
            stepSize /= 2;
            System.arraycopy(best, 0, current, 0, current.length);
            System.arraycopy(best, 0, previous, 0, previous.length);
            System.arraycopy(bestGradient, 0, gradient, 0, gradient.length);
            value = bestValue;
        }
        lastCheckpoint = step;
        growths = 0;
        bestAtCheckpoint = bestValue;
    }

    @Override
    public int step() {
        return step;
    }
}
