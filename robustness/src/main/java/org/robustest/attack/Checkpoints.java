package org.robustest.attack;

import java.util.ArrayList;
import java.util.List;

/** The steps after which APGD looks back (Croce and Hein, 2020, section 3): ever denser, from 22 % to the end. */
final class Checkpoints {

    private static final double FIRST = 0.22;
    private static final double SHRINKING = 0.03;
    private static final double SHORTEST = 0.06;

    private Checkpoints() {}

    /** Returns the checkpoints of a walk of some steps, all at most that number. */
    static List<Integer> of(int steps) {
        List<Integer> checkpoints = new ArrayList<>();
        double before = 0;
        double at = FIRST;
        while (at <= 1) {
            // A millionth less, so that 0.22 * 100 is not rounded up to 23.
            checkpoints.add((int) Math.ceil(at * steps - 1e-6));
            double next = at + Math.max(at - before - SHRINKING, SHORTEST);
            before = at;
            at = next;
        }
        return checkpoints;
    }
}
