package org.robustest.perturbation;

import java.util.function.DoubleFunction;

/** The norms that a perturbation can be measured by. */
public enum Norm {

    /** The largest absolute change of a value. */
    LINF(Perturbations::linf);

    private final DoubleFunction<PerturbationSet> ball;

    Norm(DoubleFunction<PerturbationSet> ball) {
        this.ball = ball;
    }

    /**
     * Returns all perturbations up to a size.
     *
     * @param epsilon the size ε, finite and at least 0, in the unit of the inputs
     * @return the ball of radius ε around each input
     * @throws IllegalArgumentException if ε is negative or not finite
     */
    public PerturbationSet ball(double epsilon) {
        return ball.apply(epsilon);
    }
}
