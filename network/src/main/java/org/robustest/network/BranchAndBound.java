package org.robustest.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.robustest.classifier.MarginDecision;

/**
 * Decides whether all margins of a class are positive on a set of inputs: splits the set where a ReLU bends, and bounds the
 * parts, until all bounds are positive or an input is found at which a margin is not (Bunel et al., "Branch and Bound for
 * Piecewise Linear Neural Network Verification", JMLR 2020). The parts with the lowest bounds come first. The bounds of the
 * values between the layers stay those of the whole set.
 *
 * <p>A part that cannot be split any more is bounded by a linear program, to which the ascent comes closer each time.
 * Nothing depends on time or chance.
 */
final class BranchAndBound {

    /** So many problems are split at a time, which fills the lanes with the two parts of each. */
    private static final int PARENTS = LinearPass.LANES / 2;

    /** A part that cannot be split is looked at so often. */
    private static final int VISITS = 20;

    private final SplitPass pass;
    private final DualAscent ascent;
    private final Bends bends;
    private final double[] margins;
    private final PriorityQueue<Subproblem> open = new PriorityQueue<>(Comparator.comparingDouble(Subproblem::bound));
    private int spent;
    private boolean isStuck;

    /** Creates a search, which raises bounds of margins that are not known to be positive. */
    BranchAndBound(SplitPass pass, Bends bends, int label, double[] margins) {
        this.pass = pass;
        this.ascent = new DualAscent(pass, bends, label);
        this.bends = bends;
        this.margins = margins;
    }

    /** Searches until the sign of all margins is known, or about as many subproblems as given have been bounded. */
    MarginDecision decide(int budget) {
        if (least() > 0) {
            return new MarginDecision.Proved(least(), 0);
        }
        if (budget == 0 || !Double.isFinite(least())) {
            return new MarginDecision.Undecided(least(), 0);
        }
        List<Subproblem> problems = roots();
        Optional<float[]> wrong = bound(problems);
        while (wrong.isEmpty() && !open.isEmpty() && spent < budget && !isStuck) {
            problems = split(Math.min(PARENTS, (budget - spent + 1) / 2));
            wrong = bound(problems);
        }
        for (Subproblem problem : open) {
            margins[problem.rival()] = Math.min(margins[problem.rival()], problem.bound());
        }
        if (wrong.isPresent()) {
            return new MarginDecision.Refuted(wrong.get(), spent);
        }
        return open.isEmpty()
                ? new MarginDecision.Proved(least(), spent)
                : new MarginDecision.Undecided(least(), spent);
    }

    private double least() {
        return Arrays.stream(margins).min().orElseThrow();
    }

    /** Returns the problems of the margins that are not known to be positive, and forgets what is known of these. */
    private List<Subproblem> roots() {
        List<Subproblem> roots = IntStream.range(0, margins.length)
                .filter(k -> !(margins[k] > 0))
                .mapToObj(k -> Subproblem.root(k, margins[k], bends))
                .toList();
        roots.forEach(root -> margins[root.rival()] = Double.POSITIVE_INFINITY);
        return roots;
    }

    /** Bounds problems, and opens those whose bounds are not positive. Returns an input that is wrong, if one is met. */
    private Optional<float[]> bound(List<Subproblem> problems) {
        Optional<float[]> wrong = Optional.empty();
        for (int first = 0; first < problems.size() && wrong.isEmpty(); first += LinearPass.LANES) {
            List<Subproblem> lanes = problems.subList(first, Math.min(problems.size(), first + LinearPass.LANES));
            spent += lanes.size();
            wrong = ascent.ascend(lanes);
        }
        for (Subproblem problem : problems) {
            if (problem.bound() > 0) {
                margins[problem.rival()] = Math.min(margins[problem.rival()], problem.bound());
            } else {
                open.add(problem);
            }
        }
        return wrong;
    }

    /** Takes problems with the lowest bounds, and returns their parts. */
    private List<Subproblem> split(int count) {
        List<Subproblem> parts = new ArrayList<>();
        List<Subproblem> parents = new ArrayList<>();
        for (int taken = 0; taken < count && !open.isEmpty(); taken++) {
            Subproblem problem = open.remove();
            if (problem.candidates().length > 0) {
                parents.add(problem);
            } else {
                parts.add(problem);
                isStuck |= problem.visit() > VISITS;
            }
        }
        List<Subproblem> tried = parents.stream().flatMap(Subproblem::parts).toList();
        double[] bounds = boundOnce(tried);
        int next = 0;
        for (Subproblem parent : parents) {
            int end = next + 2 * parent.candidates().length;
            int best = next;
            double bestGain = Double.NEGATIVE_INFINITY;
            for (; next < end; next += 2) {
                double gain = gain(parent.bound(), bounds[next], bounds[next + 1]);
                best = gain > bestGain ? next : best;
                bestGain = Math.max(gain, bestGain);
            }
            parts.addAll(tried.subList(best, best + 2));
        }
        return parts;
    }

    private double[] boundOnce(List<Subproblem> problems) {
        double[] bounds = new double[problems.size()];
        for (int first = 0; first < bounds.length; first += LinearPass.LANES) {
            int count = Math.min(LinearPass.LANES, bounds.length - first);
            double[] some = pass.bound(problems.subList(first, first + count));
            System.arraycopy(some, 0, bounds, first, count);
        }
        return bounds;
    }

    /** Rates a split by the product of what it adds to the bounds of its parts (Achterberg, 2007, section 5.3). */
    private static double gain(double before, double first, double second) {
        double little = 1e-3 * Math.abs(before) + Double.MIN_NORMAL;
        return Math.max(little, Math.min(first, 0) - before) * Math.max(little, Math.min(second, 0) - before);
    }
}
