package org.robustest.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
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

    /** So few bends are worth to be split to the end. */
    private static final int FEW_BENDS = 32;

    private final SplitPass pass;
    private final DualAscent ascent;
    private final Bends bends;
    private final int logits;
    private final int label;
    private final double[] margins;
    private final PriorityQueue<Subproblem> open = new PriorityQueue<>(Comparator.comparingDouble(Subproblem::bound));
    private int spent;
    private boolean isStuck;

    /** Creates a search, which raises bounds of margins that are not known to be positive. */
    BranchAndBound(SplitPass pass, Bends bends, int logits, int label, double[] margins) {
        this.pass = pass;
        this.ascent = DualAscent.ofMargins(pass, bends, label);
        this.bends = bends;
        this.logits = logits;
        this.label = label;
        this.margins = margins;
    }

    /** Searches until the sign of all margins is known, or about as many subproblems as given have been bounded. */
    MarginDecision decide(int budget) {
        Outlook outlook = new Outlook(least(), budget);
        List<Subproblem> problems = roots();
        Optional<float[]> wrong = bound(problems);
        while (wrong.isEmpty() && !open.isEmpty() && spent < budget && !isStuck) {
            if (bends.count() > FEW_BENDS && outlook.isHopeless(open.element().bound(), spent)) {
                break;
            }
            problems = split(Math.min(PARENTS, (budget - spent + 1) / 2));
            wrong = bound(problems);
        }
        for (Subproblem problem : open) {
            margins[problem.row().minus()] = Math.min(margins[problem.row().minus()], problem.bound());
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
                .mapToObj(k -> Subproblem.root(new Row(logits, label, k), margins[k], bends))
                .toList();
        roots.forEach(root -> margins[root.row().minus()] = Double.POSITIVE_INFINITY);
        return roots;
    }

    /** Bounds problems, and opens those whose bounds are not positive. Returns an input that is wrong, if one is met. */
    private Optional<float[]> bound(List<Subproblem> problems) {
        Optional<float[]> wrong = Optional.empty();
        Map<Boolean, List<Subproblem>> kinds = problems.stream().collect(Collectors.partitioningBy(Subproblem::isLeaf));
        for (List<Subproblem> kind : kinds.values()) {
            for (int first = 0; first < kind.size() && wrong.isEmpty(); first += LinearPass.LANES) {
                List<Subproblem> lanes = kind.subList(first, Math.min(kind.size(), first + LinearPass.LANES));
                spent += lanes.size();
                wrong = ascent.ascend(lanes);
            }
        }
        for (Subproblem problem : problems) {
            if (problem.bound() > 0) {
                margins[problem.row().minus()] = Math.min(margins[problem.row().minus()], problem.bound());
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
                isStuck |= problem.visit() > VISITS || !bends.areAllCurves();
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

    /** Rates a split by what it adds to the bounds of its parts, as far as that is needed. */
    private static double gain(double before, double first, double second) {
        return Math.min(first, 0) - before + Math.min(second, 0) - before;
    }
}
