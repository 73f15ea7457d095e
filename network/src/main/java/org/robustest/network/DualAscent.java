package org.robustest.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Raises the bounds of subproblems, side by side. Of the margins of a class it also tries, on the network, the inputs at which
 * the bounds are attained and their means, which come to lie where the sides meet.
 */
final class DualAscent {

    /** More steps raise the bounds of parts by less than to split them once more would. */
    private static final int STEPS = 4;

    /** A part that cannot be split is a linear program, which takes more. */
    private static final int STEPS_OF_LEAF = 100;

    /** A step after one in vain is shorter by this, but for a leaf, whose steps have time to be in vain. */
    private static final double SHORTER = 0.7;

    private static final double SHORTER_OF_LEAF = 0.98;

    /** A step goes as far as would make the bound positive by a tenth of what is missing. */
    private static final double TO_POSITIVE = 1.1;

    /** A step goes as far as would make the interval smaller by a fifth on its side. */
    private static final double TO_A_FIFTH = 0.2;

    private static final int NO_LABEL = -1;

    private final SplitPass pass;
    private final int label;
    private final double aim;
    private final Climb.Slopes slopes;

    private DualAscent(SplitPass pass, Bends bends, int label, double aim) {
        this.pass = pass;
        this.label = label;
        this.aim = aim;
        this.slopes = new Climb.Slopes(bends.count());
    }

    /** Returns an ascent for rows that are the margins of a class. */
    static DualAscent ofMargins(SplitPass pass, Bends bends, int label) {
        return new DualAscent(pass, bends, label, TO_POSITIVE);
    }

    /** Returns an ascent for rows that are values within the network. */
    static DualAscent ofValues(SplitPass pass, Bends bends) {
        return new DualAscent(pass, bends, NO_LABEL, TO_A_FIFTH);
    }

    /** Ascends in up to as many problems as there are lanes, leaves or not; returns an input that the network gets wrong, if it meets one. */
    Optional<float[]> ascend(List<Subproblem> problems) {
        boolean isLeaf = problems.get(0).isLeaf();
        int steps = isLeaf ? STEPS_OF_LEAF : STEPS;
        List<Climb> climbs = problems.stream()
                .map(problem -> new Climb(problem, aim, isLeaf ? SHORTER_OF_LEAF : SHORTER))
                .toList();
        List<Climb> active = climbs;
        Optional<float[]> wrong = Optional.empty();
        for (int step = 1; step <= steps && !active.isEmpty() && wrong.isEmpty(); step++) {
            double[] bounds = pass.bound(active.stream().map(Climb::problem).toList());
            pass.forwardAlongLines();
            for (int lane = 0; lane < bounds.length; lane++) {
                pass.slopes(lane, slopes);
                active.get(lane).step(bounds[lane], slopes, pass.input(lane), step == steps);
            }
            if (label != NO_LABEL && step == 1) {
                wrong = wrong(IntStream.range(0, active.size()).mapToObj(pass::input));
            } else if (label != NO_LABEL && step % STEPS == 0) {
                wrong = wrong(active.stream().map(Climb::mean));
            }
            active = active.stream()
                    .filter(climb -> !(climb.problem().bound() > 0))
                    .toList();
        }
        climbs.forEach(Climb::end);
        return wrong;
    }

    private Optional<float[]> wrong(Stream<float[]> candidates) {
        List<float[]> inputs = candidates.toList();
        float[] logits = pass.logits(inputs);
        int classes = logits.length / inputs.size();
        return IntStream.range(0, inputs.size())
                .filter(n -> isWrong(Arrays.copyOfRange(logits, n * classes, (n + 1) * classes)))
                .mapToObj(n -> inputs.get(n).clone())
                .findFirst();
    }

    private boolean isWrong(float[] logits) {
        return IntStream.range(0, logits.length).anyMatch(k -> k != label && logits[k] >= logits[label]);
    }
}
