package org.robustest.network;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A part of the inputs: those for which some values lie on a given side of 0. With it goes what bounds the margin there: where
 * the free line of each bend lies, and the multiplier of each side.
 */
final class Subproblem {

    private final int rival;
    private final byte[] sides;
    private float[] mixes;
    private float[] multipliers;
    private double bound = Double.NEGATIVE_INFINITY;
    private int[] candidates = {};
    private int visits;

    private Subproblem(int rival, byte[] sides, float[] mixes, float[] multipliers) {
        this.rival = rival;
        this.sides = sides;
        this.mixes = mixes;
        this.multipliers = multipliers;
    }

    /** Returns the problem of one margin, without any side given. */
    static Subproblem root(int rival, double bound, Bends bends) {
        float[] mixes = new float[bends.count()];
        for (int b = 0; b < mixes.length; b++) {
            mixes[b] = bends.upper(b) > -bends.lower(b) ? 1 : 0;
        }
        Subproblem root = new Subproblem(rival, new byte[mixes.length], mixes, new float[mixes.length]);
        root.bound = bound;
        return root;
    }

    /** Returns the part of this problem where a value lies on a side: 1 for the values from 0 up, -1 for those from 0 down. */
    Subproblem on(int bend, int side) {
        byte[] newSides = sides.clone();
        newSides[bend] = (byte) side;
        Subproblem child = new Subproblem(rival, newSides, mixes.clone(), multipliers.clone());
        child.bound = bound;
        return child;
    }

    /** Returns the two parts for each of the candidates, one pair after the other. */
    Stream<Subproblem> parts() {
        return Arrays.stream(candidates).boxed().flatMap(bend -> Stream.of(on(bend, 1), on(bend, -1)));
    }

    int rival() {
        return rival;
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

    int[] candidates() {
        return candidates;
    }

    void setCandidates(int[] bends) {
        candidates = bends;
    }

    /** Counts the times that the problem has been looked at with nothing left to split. */
    int visit() {
        return ++visits;
    }

    /** Returns the sides, for a message. */
    @Override
    public String toString() {
        return "margin over " + rival + " on " + Arrays.toString(sides);
    }
}
