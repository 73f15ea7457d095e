package org.robustest.attack;

/** Steps from one start, each up a loss along its gradient at the points before. */
interface Walk {

    /** Proposes the start, and then the point after each step, until there is none left. */
    boolean propose(float[] point);

    /** Tells whether a step may follow, so that the gradient at the point last proposed is of use. */
    boolean wantsGradient();

    /** Takes in the loss and its gradient at the point last proposed, and the margin of the strongest rival there. */
    void learn(double loss, double margin, float[] gradient);

    /** Returns how many steps lie between the start and the point last proposed. */
    int step();

    /** Returns this walk, which ends early where the margin says that it will not arrive. */
    default Walk givingUp(int steps) {
        return new HopefulWalk(this, Outlook.onMargin(steps));
    }
}
