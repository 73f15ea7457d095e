package org.robustest.perturbation;

import org.robustest.samples.InputRange;

/** The perturbation sets, by name. */
public final class Perturbations {

    private Perturbations() {}

    /**
     * Returns the set of perturbations that change no value by more than ε.
     *
     * @param epsilon the bound ε, finite and at least 0, in the unit of the inputs
     * @return the L∞ ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public static LinfBall linf(double epsilon) {
        return new LinfBall(epsilon, InputRange.UNBOUNDED);
    }
}
