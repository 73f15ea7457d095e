package org.robustest.attack;

import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Region;
import org.robustest.samples.Sample;

/**
 * The smooth adversarial perturbation, for the set {@link org.robustest.perturbation.Perturbations#smooth}: steps of a fixed
 * length on the noise θ that smoothing makes a perturbation of, from a warm start (Han et al., "Deep learning models for
 * electrocardiograms are susceptible to adversarial attack", Nature Medicine 26, 2020).
 *
 * <p>That is PGD on θ, from the input and not from a random point. The warm start is taken in the smooth set too, so that all
 * points visited are smooth; the publication takes it among all noise of the same size. In other sets it is PGD from the input.
 *
 * <p>That it finds nothing proves nothing: it is a search. It draws nothing at random.
 */
public final class Sap implements Attack {

    private static final Sap DEFAULT = new Sap(20, 40);

    private final int warmSteps;
    private final int steps;
    private final Pgd pgd;

    private Sap(int warmSteps, int steps) {
        this.warmSteps = warmSteps;
        this.steps = steps;
        this.pgd =
                Pgd.withDefaults().withSteps(warmSteps + steps).withRestarts(1).fromInput();
    }

    /**
     * Returns the attack with 20 steps to warm up and 40 after these, each of ε/10, as published.
     *
     * @return the default
     */
    public static Sap withDefaults() {
        return DEFAULT;
    }

    /**
     * Returns this attack with another number of steps after the warm start.
     *
     * @param newSteps the steps, at least 1
     * @return the changed attack
     * @throws IllegalArgumentException if there is no step
     */
    public Sap withSteps(int newSteps) {
        return new Sap(warmSteps, Settings.atLeast(1, newSteps, "number of steps of SAP"));
    }

    @Override
    public void requireAbleToSearch(PerturbationSet set) {
        pgd.requireAbleToSearch(set);
    }

    @Override
    public Search search(Sample sample, Region region, long seed) {
        return pgd.search(sample, region, seed);
    }

    /** Returns the settings, such as {@code SAP(warmSteps=20, steps=40, stepSize=0.1*epsilon)}. */
    @Override
    public String toString() {
        return "SAP(warmSteps=" + warmSteps + ", steps=" + steps + ", stepSize="
                + pgd.schedule().sizes() + ")";
    }
}
