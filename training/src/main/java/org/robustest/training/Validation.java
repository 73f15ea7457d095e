package org.robustest.training;

import org.robustest.attack.Attack;
import org.robustest.attack.Pgd;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/**
 * How a model is watched while it is trained: how many samples that it does not learn from it gets right under noise. Immutable.
 *
 * <pre>{@code
 * Trainer.of(model).with(nsr()).withValidation(Validation.on(others, linf(0.05)).withPatience(5).keepingBest())
 * }</pre>
 */
public final class Validation {

    private static final Attack SHORT_PGD =
            Pgd.withDefaults().withSteps(10).withRelativeStepSize(0.25).withRestarts(1);

    private final Samples samples;
    private final PerturbationSet set;
    private final Attack attack;
    private final int everySteps;
    private final int patience;
    private final boolean keepsBest;

    private Validation(
            Samples samples, PerturbationSet set, Attack attack, int everySteps, int patience, boolean keepsBest) {
        this.samples = samples;
        this.set = set;
        this.attack = attack;
        this.everySteps = everySteps;
        this.patience = patience;
        this.keepsBest = keepsBest;
    }

    /**
     * Returns a validation at the end of each epoch, by 10 steps of PGD of ε/4. So cheap an attack tells which of two states of
     * a model is better, and not how robust it is: evaluate the trained model for that.
     *
     * @param samples the samples, apart from those that are learned: a warning tells of common ones
     * @param set what the adversary may do to each; the range that the samples declare restricts a set that has none
     * @return the validation, which does not stop the training
     */
    public static Validation on(Samples samples, PerturbationSet set) {
        return new Validation(samples, set, SHORT_PGD, 0, 0, false);
    }

    /**
     * Returns this validation by another attack.
     *
     * @param newAttack the attack
     * @return the changed validation
     */
    public Validation withAttack(Attack newAttack) {
        return new Validation(samples, set, newAttack, everySteps, patience, keepsBest);
    }

    /**
     * Returns this validation after every so many steps, instead of each epoch.
     *
     * @param steps the number of steps, at least 1
     * @return the changed validation
     * @throws IllegalArgumentException if the number is below 1
     */
    public Validation everySteps(int steps) {
        return new Validation(
                samples,
                set,
                attack,
                Settings.atLeastOne(steps, "number of steps between two validations"),
                patience,
                keepsBest);
    }

    /**
     * Returns this validation, which ends the training when the model has not become better for a while.
     *
     * @param checks how many validations in a row may bring nothing better, at least 1
     * @return the changed validation
     * @throws IllegalArgumentException if the number is below 1
     */
    public Validation withPatience(int checks) {
        return new Validation(
                samples,
                set,
                attack,
                everySteps,
                Settings.atLeastOne(checks, "number of validations without a better model"),
                keepsBest);
    }

    /**
     * Returns this validation, which gives the model the parameters back, when the training has ended, with which it was best:
     * by robust accuracy, and where that is equal by clean accuracy. Its updater keeps the state of the last step.
     *
     * @return the changed validation
     */
    public Validation keepingBest() {
        return new Validation(samples, set, attack, everySteps, patience, true);
    }

    Samples samples() {
        return samples;
    }

    /** The set, in the range of the samples if it has none of its own. */
    PerturbationSet effectiveSet() {
        return set.range().isBounded() ? set : set.within(samples.range());
    }

    Attack attack() {
        return attack;
    }

    boolean isDue(int step, boolean endsEpoch) {
        return everySteps == 0 ? endsEpoch : step % everySteps == 0;
    }

    boolean hasPatience(int checksWithoutBetter) {
        return patience == 0 || checksWithoutBetter < patience;
    }

    boolean keepsBest() {
        return keepsBest;
    }

    /** Returns the settings, without the samples. */
    @Override
    public String toString() {
        return "validation(" + set + ", " + attack + ", " + (everySteps == 0 ? "each epoch" : "every " + everySteps)
                + ", patience=" + patience + ", keepsBest=" + keepsBest + ")";
    }
}
