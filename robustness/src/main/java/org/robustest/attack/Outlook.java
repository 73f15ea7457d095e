package org.robustest.attack;

import java.util.List;

/**
 * Whether a walk can still arrive. At each of the {@linkplain Checkpoints checkpoints} of APGD it looks back over the second half of the way so far: if even with
 * eight times as much growth a step the margin would not get above 0 by the last step, there is no hope; unless 0 is nearer
 * than half of what the walk has ranged over, which shorter steps may still cover.
 *
 * <p>Half of the way, since on most models the margin grows fast at first, and then hardly any more. Eight times, since on those
 * trained to have small gradients it is the other way round: it creeps first, and then leaps.
 */
final class Outlook {

    private static final double OPTIMISM = 8;
    private static final double NEAR = 0.5;

    private final int steps;
    private final List<Integer> checkpoints;
    private final double[] bestMargins;
    private int step = -1;
    private double lowest = Double.POSITIVE_INFINITY;
    private boolean isHopeless;

    Outlook(int steps) {
        this.steps = steps;
        this.checkpoints = Checkpoints.of(steps);
        this.bestMargins = new double[steps + 1];
    }

    /** Takes in the margin {@code z_t - z_y}, or a multiple of it, at the next point of the walk, the start being the first. */
    void learn(double margin) {
        step++;
        double best = step == 0 ? margin : Math.max(margin, bestMargins[step - 1]);
        bestMargins[step] = best;
        lowest = Math.min(lowest, margin);
        if (checkpoints.contains(step)) {
            int halfway = step / 2;
            double growth = (best - bestMargins[halfway]) / (step - halfway);
            boolean isFar = -best > NEAR * (best - lowest);
            isHopeless = isFar && best + OPTIMISM * growth * (steps - step) < 0;
        }
    }

    /** Tells what the last checkpoint has shown; false before the first. */
    boolean isHopeless() {
        return isHopeless;
    }
}
