package org.robustest.attack;

/**
 * Whether a walk can still arrive. At every twentieth of the way, from the third on, it looks back over the second half of what is
 * behind: if even a multiple of the growth a step of late would not get the margin above 0 by the last step, there is no hope;
 * unless 0 is nearer than a share of what the walk has ranged over, which shorter steps may still cover.
 *
 * <p>Half of the way, since on most models the margin grows fast at first, and then hardly any more.
 */
final class Outlook {

    private static final int LOOKS = 20;
    private static final int FIRST_LOOK = 3;
    private static final int FEWEST_STEPS = 8;

    private final int steps;
    private final double optimism;
    private final double near;
    private final double[] bestMargins;
    private int step = -1;
    private double lowest = Double.POSITIVE_INFINITY;
    private boolean isHopeless;

    private Outlook(int steps, double optimism, double near) {
        this.steps = steps;
        this.optimism = optimism;
        this.near = near;
        this.bestMargins = new double[steps + 1];
    }

    /**
     * Returns the outlook of a walk up the margin: with eight times as much growth, and by half of the range. On models that are
     * trained to have small gradients the margin creeps first, and then leaps.
     */
    static Outlook onMargin(int steps) {
        return new Outlook(steps, 8, 0.5);
    }

    /**
     * Returns the outlook of a walk along the boundary, whose distance takes the place of the margin: with twice as much growth, and
     * by a quarter of the range. It does not leap.
     */
    static Outlook onDistance(int steps) {
        return new Outlook(steps, 2, 0.25);
    }

    /** Takes in the margin {@code z_t - z_y}, or a multiple of it, at the next point of the walk, the start being the first. */
    void learn(double margin) {
        step++;
        double best = step == 0 ? margin : Math.max(margin, bestMargins[step - 1]);
        bestMargins[step] = best;
        lowest = Math.min(lowest, margin);
        if (isTimeToLook()) {
            int halfway = step / 2;
            double growth = (best - bestMargins[halfway]) / (step - halfway);
            boolean isFar = -best > near * (best - lowest);
            isHopeless = isFar && best + optimism * growth * (steps - step) < 0;
        }
    }

    private boolean isTimeToLook() {
        return step >= FEWEST_STEPS && look(step) >= FIRST_LOOK && look(step) > look(step - 1);
    }

    /** Returns how many twentieths of the way lie behind a step. */
    private int look(int at) {
        return LOOKS * at / steps;
    }

    /** Tells what the last look has shown; false before the first. */
    boolean isHopeless() {
        return isHopeless;
    }
}
