package org.robustest.perturbation;

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
    public static NormBall linf(double epsilon) {
        return Norm.LINF.ball(epsilon);
    }

    /**
     * Returns the set of perturbations whose Euclidean length is at most ε.
     *
     * @param epsilon the bound ε, finite and at least 0, in the unit of the inputs
     * @return the L2 ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public static NormBall l2(double epsilon) {
        return Norm.L2.ball(epsilon);
    }

    /**
     * Returns the set of perturbations whose absolute changes add up to at most ε.
     *
     * @param epsilon the bound ε, finite and at least 0, in the unit of the inputs
     * @return the L1 ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public static NormBall l1(double epsilon) {
        return Norm.L1.ball(epsilon);
    }
}
