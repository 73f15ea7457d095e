package org.robustest.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Raises the bounds of subproblems by subgradient steps on their multipliers and free lines, each as long as the bound would
 * have to go to become positive, were it linear (Polyak, "Minimization of Unsmooth Functionals", 1969). On the way it tries
 * the inputs at which the bounds are attained, and their means, on the network.
 */
final class DualAscent {

    static final int STEPS = Integer.getInteger("bab.steps", 12);
    static final int CANDIDATES = Integer.getInteger("bab.candidates", 8);
    static final double OVER = Double.parseDouble(System.getProperty("bab.over", "0.1"));
    static final double SHRINK = Double.parseDouble(System.getProperty("bab.shrink", "0.7"));

    private final SplitPass pass;
    private final int label;
    private final double[] ofMixes;
    private final double[] ofMultipliers;
    private final double[] weights;
    private final double[] gaps;

    DualAscent(SplitPass pass, Bends bends, int label) {
        this.pass = pass;
        this.label = label;
        ofMixes = new double[bends.count()];
        ofMultipliers = new double[bends.count()];
        weights = new double[bends.count()];
        gaps = new double[bends.count()];
    }

    /** Ascends in up to as many problems as there are lanes; returns an input that the network gets wrong, if it meets one. */
    Optional<float[]> ascend(List<Subproblem> problems) {
        List<Climb> climbs = problems.stream().map(Climb::new).toList();
        List<Climb> active = climbs;
        for (int step = 0; step < STEPS && !active.isEmpty(); step++) {
            List<Subproblem> lanes = active.stream().map(climb -> climb.problem).toList();
            double[] bounds = pass.bound(lanes);
            for (int lane = 0; lane < bounds.length; lane++) {
                active.get(lane).take(bounds[lane]);
            }
            pass.forwardAlongLines();
            for (int lane = 0; lane < bounds.length; lane++) {
                active.get(lane).step(lane, bounds[lane]);
            }
            if (step == 0 || step == STEPS - 1) {
                List<float[]> points = IntStream.range(0, active.size())
                        .mapToObj(pass::input)
                        .map(float[]::clone)
                        .toList();
                Optional<float[]> wrong = wrong(points);
                if (wrong.isEmpty() && step > 0) {
                    wrong = wrong(active.stream().map(climb -> climb.mean()).toList());
                }
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            active = active.stream()
                    .filter(climb -> !(climb.problem.bound() > 0))
                    .toList();
        }
        climbs.forEach(Climb::end);
        return Optional.empty();
    }

    private Optional<float[]> wrong(List<float[]> points) {
        float[] logits = pass.logits(points);
        int classes = logits.length / points.size();
        for (int n = 0; n < points.size(); n++) {
            for (int k = 0; k < classes; k++) {
                if (k != label && logits[n * classes + label] <= logits[n * classes + k]) {
                    return Optional.of(points.get(n));
                }
            }
        }
        return Optional.empty();
    }

    /** The way of one problem. */
    private final class Climb {

        private final Subproblem problem;
        private float[] bestMixes;
        private float[] bestMultipliers;
        private double best = Double.NEGATIVE_INFINITY;
        private double length = 1;
        private double[] sum = {};
        private double weight;

        Climb(Subproblem problem) {
            this.problem = problem;
            bestMixes = problem.mixes();
            bestMultipliers = problem.multipliers();
        }

        void take(double bound) {
            if (bound > best) {
                best = bound;
                bestMixes = problem.mixes();
                bestMultipliers = problem.multipliers();
            } else {
                length *= SHRINK;
            }
            problem.raise(bound);
        }

        void step(int lane, double bound) {
            pass.slopes(lane, ofMixes, ofMultipliers, weights, gaps);
            problem.setCandidates(candidates());
            double mean = Arrays.stream(weights).average().orElse(0);
            float[] mixes = problem.mixes().clone();
            float[] multipliers = problem.multipliers().clone();
            double square = 0;
            for (int b = 0; b < mixes.length; b++) {
                if (problem.side(b) == 0) {
                    boolean isBlocked = (mixes[b] <= 0 && ofMixes[b] < 0) || (mixes[b] >= 1 && ofMixes[b] > 0);
                    ofMixes[b] = isBlocked ? 0 : ofMixes[b];
                    ofMultipliers[b] = 0;
                    square += ofMixes[b] * ofMixes[b];
                } else {
                    weights[b] += mean;
                    ofMixes[b] = 0;
                    ofMultipliers[b] *= multipliers[b] <= 0 && ofMultipliers[b] < 0 ? 0 : weights[b];
                    square += ofMultipliers[b] * ofMultipliers[b];
                }
            }
            double step = square > 0 ? length * (1 + OVER) * -bound / square : 0;
            add(step == 0 ? 1 : step, pass.input(lane));
            for (int b = 0; b < mixes.length; b++) {
                mixes[b] = (float) Math.min(1, Math.max(0, mixes[b] + step * ofMixes[b]));
                multipliers[b] = (float) Math.max(0, multipliers[b] + step * weights[b] * ofMultipliers[b]);
            }
            problem.set(mixes, multipliers);
        }

        private void add(double share, float[] input) {
            if (sum.length == 0) {
                sum = new double[input.length];
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += share * input[i];
            }
            weight += share;
        }

        float[] mean() {
            float[] mean = new float[sum.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (sum[i] / weight);
            }
            return mean;
        }

        void end() {
            problem.set(bestMixes, bestMultipliers);
        }

        private int[] candidates() {
            List<Integer> found = new ArrayList<>();
            for (int b = 0; b < gaps.length; b++) {
                if (problem.side(b) == 0) {
                    found.add(b);
                }
            }
            found.sort((a, b) -> gaps[a] != gaps[b] ? Double.compare(gaps[b], gaps[a]) : Integer.compare(a, b));
            return found.stream().limit(CANDIDATES).mapToInt(Integer::intValue).toArray();
        }
    }
}
