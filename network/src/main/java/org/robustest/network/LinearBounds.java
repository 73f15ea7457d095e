package org.robustest.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.robustest.classifier.BoundMethod;
import org.robustest.classifier.InputSet;
import org.robustest.classifier.MarginDecision;

/**
 * The memory of one thread to bound the values of a network for one set of inputs, by intervals and by linear functions
 * carried back to the input (CROWN: Zhang et al., NeurIPS 2018).
 */
final class LinearBounds {

    private static final int LANES = LinearPass.LANES;
    private static final int SUBPROBLEMS = 500;

    private final List<Node> nodes;
    private final int logits;
    private final LinearPass pass;
    private final ValueBounds bounds;

    LinearBounds(Network network) {
        nodes = network.nodes();
        logits = network.logitsIndex();
        pass = new LinearPass(network);
        bounds = pass.bounds();
    }

    /** Bounds the margins of a class from below. */
    double[] margins(InputSet set, int label, BoundMethod method) {
        if (method == BoundMethod.BRANCH_AND_BOUND) {
            double[] margins = margins(set, label, BoundMethod.CROWN);
            decide(set, label, margins, SUBPROBLEMS);
            return margins;
        }
        bounds.setInput(set);
        for (int n = 0; n < nodes.size(); n++) {
            bounds.bound(n);
            if (method == BoundMethod.CROWN && nodes.get(n).passes().isAffine()) {
                tighten(n + 1, set);
            }
        }
        return margins(set, label, method == BoundMethod.INTERVAL ? pass::relaxToIntervals : pass::relaxByLines);
    }

    /** Decides whether the margins of a class are positive, first without splitting the set, and then with it. */
    MarginDecision decide(InputSet set, int label, int budget) {
        double[] margins = margins(set, label, BoundMethod.CROWN);
        return decide(set, label, margins, budget);
    }

    private MarginDecision decide(InputSet set, int label, double[] margins, int budget) {
        double least = DoubleStream.of(margins).min().orElseThrow();
        if (least > 0) {
            return new MarginDecision.Proved(least, 0);
        }
        if (budget == 0 || !Double.isFinite(least) || !canSplit()) {
            return new MarginDecision.Undecided(least, 0);
        }
        tightenFreely(set);
        Bends bends = new Bends(nodes, bounds);
        return new BranchAndBound(new SplitPass(pass, bends, logits, set), bends, logits, label, margins)
                .decide(budget);
    }

    private boolean canSplit() {
        Bends bends = new Bends(nodes, bounds);
        return bends.count() > 0 || bends.areAllCurves();
    }

    /** Bounds the values that bends take closer, by free lines that are chosen for each of them (Xu et al., "Fast and Complete", ICLR 2021). */
    private void tightenFreely(InputSet set) {
        for (int n = 0; n < nodes.size(); n++) {
            int value = n + 1;
            Bends bends = new Bends(nodes, bounds);
            int[] wanted = nodes.get(n).passes().isAffine() ? bends.of(value) : new int[0];
            if (wanted.length > 0 && bends.value(0) < value) {
                tightenFreely(value, wanted, bends, set);
            }
        }
    }

    private void tightenFreely(int value, int[] wanted, Bends bends, InputSet set) {
        DualAscent ascent = DualAscent.ofValues(new SplitPass(pass, bends, logits, set), bends);
        int half = LANES / 2;
        for (int first = 0; first < wanted.length; first += half) {
            List<Subproblem> problems = new ArrayList<>();
            for (int j = first; j < Math.min(first + half, wanted.length); j++) {
                int i = bends.index(wanted[j]);
                problems.add(Subproblem.root(Row.lower(value, i), bounds.lower(value, i), bends));
                problems.add(Subproblem.root(Row.upper(value, i), -bounds.upper(value, i), bends));
            }
            ascent.ascend(problems);
            for (int j = 0; j < problems.size(); j += 2) {
                int i = problems.get(j).row().plus();
                bounds.raiseLower(value, i, problems.get(j).bound());
                bounds.reduceUpper(value, i, -problems.get(j + 1).bound());
            }
        }
    }

    private double[] margins(InputSet set, int label, LinearPass.Curves curves) {
        double[] margins = new double[pass.size(logits)];
        margins[label] = Double.POSITIVE_INFINITY;
        int[] rivals = new int[LANES];
        for (int first = 0; first < margins.length; first += LANES) {
            int count = Math.min(LANES, margins.length - first);
            pass.start(logits, count);
            float[] coefficients = pass.coefficients(logits);
            for (int lane = 0; lane < count; lane++) {
                rivals[lane] = first + lane;
                coefficients[label * pass.lanes() + lane] += 1;
                coefficients[rivals[lane] * pass.lanes() + lane] -= 1;
            }
            pass.back(logits, curves);
            for (int lane = 0; lane < count; lane++) {
                if (rivals[lane] != label) {
                    margins[rivals[lane]] = pass.lowerBound(lane, set);
                }
            }
        }
        return margins;
    }

    /** Bounds a value closer wherever a layer that takes it gains from that: each of its numbers from below and from above. */
    private void tighten(int value, InputSet set) {
        int[] wanted = wanted(value);
        int half = LANES / 2;
        for (int first = 0; first < wanted.length; first += half) {
            int count = Math.min(half, wanted.length - first);
            pass.start(value, 2 * count);
            float[] coefficients = pass.coefficients(value);
            for (int j = 0; j < count; j++) {
                int row = wanted[first + j] * pass.lanes();
                coefficients[row + 2 * j] = 1;
                coefficients[row + 2 * j + 1] = -1;
            }
            pass.back(value, pass::relaxByLines);
            for (int j = 0; j < count; j++) {
                bounds.raiseLower(value, wanted[first + j], pass.lowerBound(2 * j, set));
                bounds.reduceUpper(value, wanted[first + j], -pass.lowerBound(2 * j + 1, set));
            }
        }
    }

    private int[] wanted(int value) {
        List<Passes> curved = nodes.stream()
                .filter(node -> node.inputs().contains(value))
                .map(Node::passes)
                .filter(passes -> !passes.isAffine())
                .toList();
        return IntStream.range(0, pass.size(value))
                .filter(i -> curved.stream()
                        .anyMatch(
                                passes -> passes.gainsFromCloserBounds(bounds.lower(value, i), bounds.upper(value, i))))
                .toArray();
    }
}
