package org.robustest.attack;

import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * Steps to the nearest decision boundary as it looks from where the search stands, and a little beyond, until the class changes
 * (Moosavi-Dezfooli et al., "DeepFool: a simple and accurate method to fool deep neural networks", CVPR 2016, algorithm 2; for
 * other norms than L2 by their dual norm, section 3.3). It asks how small a perturbation can be, and leaves the set on its way;
 * the points outside are carried into it to be tried.
 *
 * <p>Each step costs a gradient for each class that is tried. A step does not know of a range: where it is cut off at an end, the
 * next one makes up for it, with a perturbation that is not the smallest. {@link Fmn} finds smaller ones.
 *
 * <p>That it finds nothing proves nothing: it is a search. It draws nothing at random.
 */
public final class DeepFool implements Attack {

    private static final DeepFool DEFAULT = new DeepFool(50, 0.02, 10);

    private final int steps;
    private final double overshoot;
    private final int candidates;

    private DeepFool(int steps, double overshoot, int candidates) {
        this.steps = steps;
        this.overshoot = overshoot;
        this.candidates = candidates;
    }

    /**
     * Returns the attack with at most 50 steps that overshoot by 2 %, toward the nearest of the 10 classes with the largest
     * logits, as published.
     *
     * @return the default
     */
    public static DeepFool withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of steps.
     *
     * @param newSteps the most steps, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is no step
     */
    public DeepFool withSteps(int newSteps) {
        return new DeepFool(Settings.atLeast(1, newSteps, "number of steps of DeepFool"), overshoot, candidates);
    }

    /**
     * Returns this attack with another overshoot.
     *
     * @param newOvershoot by which share perturbations go beyond the boundary, positive and finite
     * @return the changed attack
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public DeepFool withOvershoot(double newOvershoot) {
        return new DeepFool(steps, Settings.positive(newOvershoot, "overshoot of DeepFool"), candidates);
    }

    /**
     * Returns this attack with another number of classes to choose from.
     *
     * @param newCandidates how many classes, those with the largest logits at the input, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is none
     */
    public DeepFool withCandidates(int newCandidates) {
        return new DeepFool(steps, overshoot, Settings.atLeast(1, newCandidates, "number of candidates of DeepFool"));
    }

    /** Accepts every set. */
    @Override
    public void requireAbleToSearch(PerturbationSet set) {}

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return new DeepFoolSearch(this, sample, region);
    }

    int steps() {
        return steps;
    }

    double overshoot() {
        return overshoot;
    }

    int candidates() {
        return candidates;
    }

    /** Returns the settings, such as {@code DeepFool(steps=50, overshoot=0.02, candidates=10)}. */
    @Override
    public String toString() {
        return "DeepFool(steps=" + steps + ", overshoot=" + overshoot + ", candidates=" + candidates + ")";
    }
}
