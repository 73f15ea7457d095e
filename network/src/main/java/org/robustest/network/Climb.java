package org.robustest.network;

import java.util.Arrays;

/**
 * The way of one subproblem to a closer bound: subgradient steps on its multipliers and free lines, each as long as the bound
 * would have to grow to reach its aim, were it linear (Polyak, "Minimization of Unsmooth Functionals", 1969), and shorter after
 * each that was in vain. Multipliers are measured in weights of their bends, so that a unit of theirs weighs as much as one of
 * a free line.
 */
final class Climb {

    private static final int CANDIDATES = 6;
    /** Below 1, so that a direction that has gone too far is turned back. */
    private static final double TURN = 0.7;

    private final Subproblem problem;
    private final double aim;
    private float[] bestMixes;
    private float[] bestMultipliers;
    private double best = Double.NEGATIVE_INFINITY;
    private double length = 1;
    private final double[] lastMixes;
    private final double[] lastMultipliers;
    private final double shorter;
    private double[] sum = {};
    private double weight;
    private int steps;

    /** Starts where a subproblem is, with steps that aim to raise its bound by so many times what it is below 0. */
    Climb(Subproblem problem, double aim, double shorter) {
        this.problem = problem;
        this.shorter = shorter;
        this.lastMixes = new double[problem.mixes().length];
        this.lastMultipliers = new double[lastMixes.length];
        this.aim = aim;
        bestMixes = problem.mixes();
        bestMultipliers = problem.multipliers();
    }

    /** How a bound grows with what may be chosen. */
    static final class Slopes {

        /** With the place of the free line of each bend. */
        final double[] mixes;

        /** With the multiplier of each side. */
        final double[] multipliers;

        /** How much each bend weighs: the size of the coefficient of its output. */
        final double[] weights;

        /** How far the line of each bend is from what the network computes, at the input at which the bound is attained, weighed. */
        final double[] gaps;

        Slopes(int bends) {
            mixes = new double[bends];
            multipliers = new double[bends];
            weights = new double[bends];
            gaps = new double[bends];
        }

        void clear() {
            Arrays.fill(mixes, 0);
            Arrays.fill(multipliers, 0);
            Arrays.fill(weights, 0);
            Arrays.fill(gaps, 0);
        }
    }

    Subproblem problem() {
        return problem;
    }

    /** Takes in the bound where it stands, the slopes there, and the input at which the bound is attained; and moves on. */
    void step(double bound, Slopes slopes, float[] input, boolean isLast) {
        problem.raise(bound);
        if (bound > best) {
            best = bound;
            bestMixes = problem.mixes();
            bestMultipliers = problem.multipliers();
        } else {
            length *= shorter;
        }
        if (isLast) {
            problem.setCandidates(candidates(slopes.gaps));
        }
        double square = project(slopes);
        double step = square > 0 ? (problem.goal() - bound * aim) * length / square : 0;
        addToMean(step > 0 ? step : 1, input);
        move(step, slopes);
    }

    /** Stays where the bound was best. */
    void end() {
        problem.set(bestMixes, bestMultipliers);
    }

    /**
     * Makes slopes a direction: without what would lead out of the choices there are, and turned to the last direction where it
     * would undo that (Camerini, Fratta and Maffioli, 1975). Returns its square.
     */
    private double project(Slopes slopes) {
        double mean = Arrays.stream(slopes.weights).average().orElse(0);
        double product = 0;
        double lastSquare = 0;
        for (int b = 0; b < lastMixes.length; b++) {
            slopes.weights[b] += mean;
            slopes.multipliers[b] *= slopes.weights[b];
            product += slopes.mixes[b] * lastMixes[b] + slopes.multipliers[b] * lastMultipliers[b];
            lastSquare += lastMixes[b] * lastMixes[b] + lastMultipliers[b] * lastMultipliers[b];
        }
        double share = product < 0 ? -TURN * product / lastSquare : 0;
        double square = 0;
        for (int b = 0; b < lastMixes.length; b++) {
            float mix = problem.mix(b);
            double ofMix = slopes.mixes[b] + share * lastMixes[b];
            double ofMultiplier = slopes.multipliers[b] + share * lastMultipliers[b];
            boolean isAtEnd = (mix <= 0 && ofMix < 0) || (mix >= 1 && ofMix > 0);
            boolean isAtZero = problem.multiplier(b) <= 0 && ofMultiplier < 0;
            slopes.mixes[b] = isAtEnd ? 0 : ofMix;
            slopes.multipliers[b] = isAtZero ? 0 : ofMultiplier;
            lastMixes[b] = slopes.mixes[b];
            lastMultipliers[b] = slopes.multipliers[b];
            square += slopes.mixes[b] * slopes.mixes[b] + slopes.multipliers[b] * slopes.multipliers[b];
        }
        return square;
    }

    private void move(double step, Slopes slopes) {
        float[] mixes = problem.mixes().clone();
        float[] multipliers = problem.multipliers().clone();
        for (int b = 0; b < mixes.length; b++) {
            mixes[b] = (float) Math.min(1, Math.max(0, mixes[b] + step * slopes.mixes[b]));
            multipliers[b] = (float) Math.max(0, multipliers[b] + step * slopes.weights[b] * slopes.multipliers[b]);
        }
        problem.set(mixes, multipliers);
    }

    private void addToMean(double step, float[] input) {
        steps++;
        double share = steps * step;
        sum = sum.length == 0 ? new double[input.length] : sum;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * input[i];
        }
        weight += share;
    }

    /** Returns the mean of the inputs met, weighed by the steps from them, the later ones more, which comes close to the one sought (Shor, 1985). */
    float[] mean() {
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / weight);
        }
        return mean;
    }

    /** Returns the bends with the largest gaps among those on both sides, the largest first. */
    private int[] candidates(double[] gaps) {
        int[] found = new int[CANDIDATES];
        int count = 0;
        for (int b = 0; b < gaps.length; b++) {
            int place = count;
            while (place > 0 && gaps[found[place - 1]] < gaps[b]) {
                place--;
            }
            if (problem.side(b) == 0 && place < CANDIDATES) {
                count = Math.min(count + 1, CANDIDATES);
                System.arraycopy(found, place, found, place + 1, count - place - 1);
                found[place] = b;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
