package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.robustest.classifier.InputSet;

/**
 * Bounds the margins of subproblems, one a lane, and finds how the bounds change with the multipliers and the free lines.
 *
 * <p>Where a value z is known to be at least 0, the margin is not below {@code margin - β z} for any β ≥ 0, whose bound is often
 * closer: the multiplier of Wang, Zhang, Xu et al., "Beta-CROWN", NeurIPS 2021, theorem 3.1. The free line through 0 of a bend
 * on both sides may have any slope between those of the pieces (Xu et al., "Fast and Complete", ICLR 2021). So every choice
 * is sound, and none needs to be the best. The values z are those that the network computes in floats: a multiplier adds to
 * their coefficients, by which the rounding of the layers before is charged.
 */
final class SplitPass implements LinearPass.Curves {

    private final LinearPass pass;
    private final Bends bends;
    private final int logits;
    private final InputSet set;
    private final float[][] values;
    private final float[] weights;
    private final float[][] inputs;
    private final int[][] bendsOfValue;
    private List<Subproblem> problems = List.of();
    private int start;

    SplitPass(LinearPass pass, Bends bends, int logits, InputSet set) {
        this.pass = pass;
        this.bends = bends;
        this.logits = logits;
        this.set = set;
        int[] sizes = new int[pass.valueCount()];
        Arrays.setAll(sizes, pass::size);
        values = Workspace.allocate(sizes, LinearPass.LANES);
        weights = new float[sizes[0]];
        inputs = new float[LinearPass.LANES][sizes[0]];
        bendsOfValue = IntStream.range(0, sizes.length).mapToObj(bends::of).toArray(int[][]::new);
    }

    /** Returns a lower bound of the row of each subproblem; all rows begin at the same value. */
    double[] bound(List<Subproblem> newProblems) {
        problems = newProblems;
        start = problems.get(0).row().value();
        pass.start(start, problems.size());
        for (int lane = 0; lane < problems.size(); lane++) {
            add(problems.get(lane).row().plus(), lane, 1);
            add(problems.get(lane).row().minus(), lane, -1);
        }
        pass.back(start, this);
        double[] bounds = new double[problems.size()];
        for (int lane = 0; lane < bounds.length; lane++) {
            bounds[lane] = pass.lowerBound(lane, set);
        }
        return bounds;
    }

    private void add(int index, int lane, float coefficient) {
        if (index != Row.NONE) {
            pass.coefficients(start)[index * pass.lanes() + lane] += coefficient;
        }
    }

    @Override
    public void enter(int value) {
        for (int lane = 0; lane < problems.size(); lane++) {
            Subproblem problem = problems.get(lane);
            for (int bend : problem.splits()) {
                if (bends.value(bend) == value && problem.multiplier(bend) != 0) {
                    pass.reach(value);
                    double coefficient = -problem.side(bend) * (double) problem.multiplier(bend);
                    pass.rows()
                            .add(coefficient, pass.coefficients(value), bends.index(bend), lane, bends.magnitude(bend));
                }
            }
        }
    }

    @Override
    public void relax(int n) {
        if (!bends.isBend(n)) {
            pass.relaxByLines(n);
            return;
        }
        int value = pass.nodes().get(n).inputs().get(0);
        pass.reach(value);
        double slope = bends.slopeBelowZero(n);
        float[] ofOutput = pass.coefficients(n + 1);
        float[] ofInput = pass.coefficients(value);
        for (int i = 0; i < pass.size(value); i++) {
            int bend = bends.number(value, i);
            if (bend < 0) {
                double known = pass.bounds().lower(value, i) >= 0 ? 1 : slope;
                double magnitude = Math.max(
                        Math.abs(pass.bounds().lower(value, i)),
                        Math.abs(pass.bounds().upper(value, i)));
                pass.rows().addSlopes(ofOutput, i, known, known, ofInput, i, magnitude);
            } else {
                relax(bend, slope, ofOutput, ofInput, i);
            }
        }
    }

    private void relax(int bend, double slope, float[] ofOutput, float[] ofInput, int i) {
        double magnitude = bends.magnitude(bend);
        double chord = chord(bend, slope);
        double chordAtZero = chordAtZero(bend, slope);
        int lanes = pass.lanes();
        for (int lane = 0; lane < problems.size(); lane++) {
            double lambda = ofOutput[i * lanes + lane];
            if (lambda == 0) {
                continue;
            }
            Subproblem problem = problems.get(lane);
            if (takesChord(problem, bend, slope, lambda)) {
                pass.rows().add(lambda * chord, ofInput, i, lane, magnitude);
                pass.rows().addConstant(lane, lambda * chordAtZero);
            } else {
                // Also with a slope of 0: a coefficient that has overflowed makes the row NaN.
                pass.rows().add(lambda * slope(problem, bend, slope), ofInput, i, lane, magnitude);
            }
        }
    }

    private static boolean takesChord(Subproblem problem, int bend, double slope, double lambda) {
        return problem.side(bend) == 0 && (slope <= 1 ? lambda < 0 : lambda > 0);
    }

    /** Returns the slope of the line through 0 that stands for a bend: that of the side, or the free one. */
    private static double slope(Subproblem problem, int bend, double slope) {
        return switch (problem.side(bend)) {
            case 1 -> 1;
            case -1 -> slope;
            default -> slope + problem.mix(bend) * (1 - slope);
        };
    }

    private double chord(int bend, double slope) {
        return (bends.upper(bend) - slope * bends.lower(bend)) / (bends.upper(bend) - bends.lower(bend));
    }

    /** Returns the value of the chord at 0, moved out by more than what computing it has rounded. */
    private double chordAtZero(int bend, double slope) {
        double exact = bends.upper(bend) * bends.lower(bend) * (slope - 1) / (bends.upper(bend) - bends.lower(bend));
        return exact + Math.signum(exact) * (Math.abs(exact) * 1e-12 + 1e-15);
    }

    /** Finds the input at which each of the rows is least, and what becomes of it along the lines that made the rows. */
    void forwardAlongLines() {
        int lanes = pass.lanes();
        for (int lane = 0; lane < problems.size(); lane++) {
            Lanes.copyLane(pass.coefficients(0), lanes, lane, weights);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
            set.farthest(weights, inputs[lane]);
            Lanes.setLane(inputs[lane], values[0], lanes, lane);
        }
        for (int n = 0; n < start; n++) {
            if (bends.isBend(n)) {
                forwardAlongLines(n);
            } else {
                forward(n);
            }
        }
    }

    private void forward(int n) {
        Node node = pass.nodes().get(n);
        float[][] ofNode = node.inputs().stream().map(input -> values[input]).toArray(float[][]::new);
        node.passes().forward(pass.block(), ofNode, values[n + 1]);
    }

    private void forwardAlongLines(int n) {
        int value = pass.nodes().get(n).inputs().get(0);
        forward(n);
        double slope = bends.slopeBelowZero(n);
        int lanes = pass.lanes();
        float[] ofOutput = pass.coefficients(n + 1);
        for (int bend : bendsOfValue[value]) {
            double chord = chord(bend, slope);
            double chordAtZero = chordAtZero(bend, slope);
            for (int lane = 0; lane < problems.size(); lane++) {
                int at = bends.index(bend) * lanes + lane;
                Subproblem problem = problems.get(lane);
                values[n + 1][at] = (float)
                        (takesChord(problem, bend, slope, ofOutput[at])
                                ? chord * values[value][at] + chordAtZero
                                : slope(problem, bend, slope) * values[value][at]);
            }
        }
    }

    /** Returns the input at which the row of a lane is least. */
    float[] input(int lane) {
        return inputs[lane];
    }

    /** Returns the logits that the network gives to inputs, one for each of the subproblems. */
    float[] logits(List<float[]> points) {
        int lanes = pass.lanes();
        for (int lane = 0; lane < points.size(); lane++) {
            Lanes.setLane(points.get(lane), values[0], lanes, lane);
        }
        for (int n = 0; n < pass.nodes().size(); n++) {
            forward(n);
        }
        float[] all = new float[points.size() * pass.size(logits)];
        Lanes.toSamples(values[logits], lanes, pass.size(logits), 0, points.size(), all);
        return all;
    }

    /** Computes how the bound of a lane grows with what may be chosen; to be asked for right after the pass along the lines. */
    void slopes(int lane, Climb.Slopes slopes) {
        slopes.clear();
        Subproblem problem = problems.get(lane);
        for (int bend : problem.splits()) {
            double z = values[bends.value(bend)][bends.index(bend) * pass.lanes() + lane];
            slopes.multipliers[bend] = bends.value(bend) <= start ? -problem.side(bend) * z : 0;
        }
        for (int n = 0; n < start; n++) {
            if (bends.isBend(n)) {
                addSlopes(n, lane, slopes);
            }
        }
    }

    private void addSlopes(int n, int lane, Climb.Slopes slopes) {
        int value = pass.nodes().get(n).inputs().get(0);
        double slope = bends.slopeBelowZero(n);
        Subproblem problem = problems.get(lane);
        for (int bend : bendsOfValue[value]) {
            int at = bends.index(bend) * pass.lanes() + lane;
            double lambda = pass.isReached(n + 1) ? pass.coefficients(n + 1)[at] : 0;
            double z = values[value][at];
            slopes.weights[bend] += Math.abs(lambda);
            if (problem.side(bend) != 0) {
                continue;
            }
            double exact = z > 0 ? z : slope * z;
            slopes.gaps[bend] += Math.abs(lambda * (values[n + 1][at] - exact));
            if (takesChord(problem, bend, slope, lambda)) {
                slopes.gaps[bend] += Math.abs(lambda * chordAtZero(bend, slope));
            } else {
                slopes.mixes[bend] += lambda * (1 - slope) * z;
            }
        }
    }
}
