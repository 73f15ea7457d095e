package org.robustest.network;

/**
 * Foresees that a branch and bound will not come to its end. Each time that the number of subproblems doubles, the lowest of the
 * bounds grows by about as much, and by more towards the end; where even three times of that would not do within the budget, all
 * of it would be spent for nothing.
 */
final class Outlook {

    private static final double FASTER = 3;

    /** The lowest bound is looked at whenever so many times as many subproblems have been bounded. */
    private static final int TIMES = 4;

    private static final int FIRST_SHARE = 16;
    private static final int FEW = 32;

    private final int budget;
    private double lowest;
    private int spent = 1;
    private int next;

    /** Starts with the lowest bound before any split. */
    Outlook(double lowest, int budget) {
        this.lowest = lowest;
        this.budget = budget;
        this.next = Math.max(FEW, budget / FIRST_SHARE);
    }

    /** Tells whether there is no hope, given the lowest bound and how many subproblems have been bounded. */
    boolean isHopeless(double newLowest, int newSpent) {
        if (newSpent < next) {
            return false;
        }
        double gained = FASTER * (newLowest - lowest) * Math.log((double) budget / newSpent);
        double needed = -newLowest * Math.log((double) newSpent / spent);
        lowest = newLowest;
        spent = newSpent;
        next = newSpent * TIMES;
        return gained < needed;
    }
}
