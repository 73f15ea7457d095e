package org.robustest.network;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A part of the inputs: those for which some values lie on a given side of 0. With it goes what bounds the margin there: where
 * the free line of each bend lies, and the multiplier of each side.
 */
final class Subproblem {

    /** Steps aim so much above 0, in parts of what the bound of the whole set is off, for not to end short of it. */
    private static final double GOAL = 0.002;

    private final Row row;
    private final double goal;
    private final byte[] sides;
    private final int[] splits;
    private float[] mixes;
    private float[] multipliers;
    private double bound = Double.NEGATIVE_INFINITY;
    private int[] candidates = {};
    private int visits;

    private Subproblem(Row row, double goal, byte[] sides, int[] splits, float[] mixes, float[] multipliers) {
        this.row = row;
        this.goal = goal;
        this.sides = sides;
        this.splits = splits;
        this.mixes = mixes;
        this.multipliers = multipliers;
    }

    /** Returns the problem for the whole set, without any side given. */
    static Subproblem root(Row row, double bound, Bends bends) {
        float[] mixes = new float[bends.count()];
        for (int b = 0; b < mixes.length; b++) {
            mixes[b] = bends.upper(b) > -bends.lower(b) ? 1 : 0;
        }
        Subproblem root = new Subproblem(
                row, GOAL * Math.abs(bound), new byte[mixes.length], new int[0], mixes, new float[mixes.length]);
        root.bound = bound;
        return root;
    }

    /** Returns the part of this problem where a value lies on a side: 1 for the values from 0 up, -1 for those from 0 down. */
    Subproblem on(int bend, int side) {
        byte[] newSides = sides.clone();
        newSides[bend] = (byte) side;
        int[] newSplits = Arrays.copyOf(splits, splits.length + 1);
        newSplits[splits.length] = bend;
        Subproblem child = new Subproblem(row, goal, newSides, newSplits, mixes, multipliers);
        child.bound = bound;
        return child;
    }

    /** Returns the two parts for each of the candidates, one pair after the other. */
    Stream<Subproblem> parts() {
        return Arrays.stream(candidates).boxed().flatMap(bend -> Stream.of(on(bend, 1), on(bend, -1)));
    }

    Row row() {
        return row;
    }

    /** Returns the bends whose sides are known. */
    int[] splits() {
        return splits;
    }

    /** Returns the side that a value is known to lie on, or 0. */
    int side(int bend) {
        return sides[bend];
    }

    /** Returns where the free line of a bend lies, from 0 for the slope below 0 to 1 for that above. */
    float mix(int bend) {
        return mixes[bend];
    }

    float multiplier(int bend) {
        return multipliers[bend];
    }

    /** Moves to other lines and multipliers: arrays that are not to be changed from now on. */
    void set(float[] newMixes, float[] newMultipliers) {
        mixes = newMixes;
        multipliers = newMultipliers;
    }

    float[] mixes() {
        return mixes;
    }

    float[] multipliers() {
        return multipliers;
    }

    double bound() {
        return bound;
    }

    /** Takes in a bound, which never makes the one known worse. */
    void raise(double newBound) {
        bound = newBound > bound ? newBound : bound;
    }

    /** Returns how far above 0 steps aim. */
    double goal() {
        return goal;
    }

    int[] candidates() {
        return candidates;
    }

    void setCandidates(int[] bends) {
        candidates = bends;
    }

    /** Tells whether all sides are known, so that nothing is left to split. */
    boolean isLeaf() {
        return splits.length == sides.length;
    }

    /** Counts the times that the problem has been looked at with nothing left to split. */
    int visit() {
        return ++visits;
    }

    /** Returns the sides, for a message. */
    @Override
    public String toString() {
        return row + " on " + Arrays.toString(sides);
    }
}
