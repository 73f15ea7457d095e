package org.robustest.attack;

import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * The fast minimum-norm attack: steps up the margin of a class within a ball whose size shrinks where the class has changed and
 * grows where it has not, so that the walk stays at the decision boundary and moves along it toward the input (Pintor et al.,
 * "Fast Minimum-norm Adversarial Attacks through Adaptive Norm Constraints", NeurIPS 2021, algorithm 1). It asks how small a
 * perturbation can be, and so comes from outside of the set; it does not go below its size.
 *
 * <p>Two things are done otherwise. Steps are the steepest of the norm of the set, and as long as the ball is wide at first, where
 * the publication takes steps of a fixed Euclidean length, which are far too long for small balls and blunt for L∞ and L1. And
 * each of the nearest classes has a walk of its own, that begins where its boundary would be if the model were affine, within the
 * range: on affine models that is the smallest perturbation. FAB (Croce and Hein, ICML 2020) was the alternative: its steps
 * project onto linearised boundaries within the range, which for L1 and signals of thousands of values costs as much as a pass of
 * a small model, and serve the norms alone, while this attack serves any set that can be projected onto.
 *
 * <p>That it finds nothing proves nothing: it is a search. It draws nothing at random.
 */
public final class Fmn implements Attack {

    private static final Fmn DEFAULT = new Fmn(100, 2, false);

    private final int steps;
    private final int targets;
    private final boolean givesUp;

    private Fmn(int steps, int targets, boolean givesUp) {
        this.steps = steps;
        this.targets = targets;
        this.givesUp = givesUp;
    }

    /**
     * Returns the attack with 100 steps toward each of the nearest two classes.
     *
     * @return the default
     */
    public static Fmn withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with walks of another length.
     *
     * @param newSteps the steps toward each class, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is no step
     */
    public Fmn withSteps(int newSteps) {
        return new Fmn(Settings.atLeast(1, newSteps, "number of steps of FMN"), targets, givesUp);
    }

    /**
     * Returns this attack with another number of classes to walk to.
     *
     * @param newTargets how many of the nearest classes, at least 1; those there are, if there are fewer
     * @return the changed attack
     * @throws IllegalArgumentException if there is none
     */
    public Fmn withTargets(int newTargets) {
        return new Fmn(steps, Settings.atLeast(1, newTargets, "number of targets of FMN"), givesUp);
    }

    /**
     * Returns this attack with walks that end early: where the smallest perturbation found is so far outside of the set that the
     * steps left, which shrink it by a share each, could not bring it in, or where even twice as much progress a step as of late
     * would not. That saves most of the steps on samples that stand.
     *
     * @return the changed attack
     */
    public Fmn givingUp() {
        return new Fmn(steps, targets, true);
    }

    /** Accepts every set. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new FmnSearch(this, sample, region);
    }

    int steps() {
        return steps;
    }

    int targets() {
        return targets;
    }

    boolean givesUp() {
        return givesUp;
    }

    /** Returns the settings, such as {@code FMN(steps=100, targets=2)}. */
    @Override
    public String toString() {
        return "FMN(steps=" + steps + ", targets=" + targets + (givesUp ? ", giving up" : "") + ")";
    }
}
