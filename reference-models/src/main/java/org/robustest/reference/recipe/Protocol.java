package org.robustest.reference.recipe;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.robustest.samples.InputRange;
import org.robustest.samples.Samples;

/**
 * How the models of a data set are measured.
 *
 * @param levels the noise levels, ascending
 * @param stepSize the length of a step of PGD by noise level
 * @param perClass how many samples of each class are attacked, or all that there are
 * @param spsaPerClass how many samples of each class are attacked by SPSA, which asks a model much more often
 * @param range the range of the inputs
 * @param mainsHz the frequency of the mains where the recordings were made
 */
public record Protocol(
        List<Double> levels,
        DoubleUnaryOperator stepSize,
        int perClass,
        int spsaPerClass,
        InputRange range,
        double mainsHz) {

    private static final int ALL = Integer.MAX_VALUE;

    /** That of Ma and Liang (2022) for MIT-BIH, on 160 beats of each class instead of 162. */
    public static final Protocol BEATS =
            new Protocol(List.of(0.01, 0.03, 0.05, 0.1, 0.2, 0.3), epsilon -> 0.01, 160, 8, new InputRange(0, 1), 60);

    /** That of Ma and Liang (2022) for CPSC2018, with a level below theirs and without those above 0.1. */
    public static final Protocol RECORDINGS = new Protocol(
            List.of(0.003, 0.01, 0.03, 0.05, 0.1), epsilon -> epsilon / 10, ALL, 2, new InputRange(-1, 1), 50);

    /**
     * Creates a protocol that keeps a copy of the levels.
     *
     * @param levels the noise levels, ascending
     * @param stepSize the length of a step of PGD by noise level
     * @param perClass how many samples of each class are attacked, or all that there are
     * @param spsaPerClass how many samples of each class are attacked by SPSA, which asks a model much more often
     * @param range the range of the inputs
     * @param mainsHz the frequency of the mains where the recordings were made
     */
    public Protocol {
        levels = List.copyOf(levels);
    }

    /** Returns the first samples of each class, fewer of a class that has not as many. */
    static Samples first(int perClass, Samples samples) {
        int[] counts = new int[samples.classNames().size()];
        return samples.where(sample -> counts[sample.label()]++ < perClass);
    }
}
