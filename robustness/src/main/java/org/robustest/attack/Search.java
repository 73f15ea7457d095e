package org.robustest.attack;

/**
 * The search for a counterexample to one sample.
 *
 * <p>The methods are called in turns: {@link #propose}, then {@link #cotangent}, then {@link #learn}. A search ends when
 * it has nothing left to propose, or earlier, when a proposed point turns out to be a counterexample. It is used by one
 * thread at a time.
 */
public interface Search {

    /**
     * Proposes the next point to ask the model about.
     *
     * @param point receives the point, which must lie in the region of the search unless {@link #mayLeaveRegion}
     * @return {@code false} if there is nothing left to try
     */
    boolean propose(float[] point);

    /**
     * Tells whether the gradient at the point proposed last is wanted. Where it is not, none is computed, {@link #cotangent} is
     * called for the sake of the logits, and what {@link #learn} gets is zero.
     *
     * @return {@code true} unless the logits are all that is wanted
     */
    default boolean wantsGradient() {
        return true;
    }

    /**
     * Tells whether the point proposed last may lie outside of the region. The model is asked about it as about any other, but
     * outside it is no counterexample, whatever the answer.
     *
     * @return {@code true} if it may, such as for a search that comes from far away
     */
    default boolean mayLeaveRegion() {
        return false;
    }

    /**
     * Says which gradient is wanted at the point proposed last.
     *
     * @param logits the logits at that point {@code [K]}; not to be changed or kept
     * @param cotangent receives the cotangent on the logits {@code [K]}
     */
    void cotangent(float[] logits, float[] cotangent);

    /**
     * Takes in the gradient at the point proposed last, which is no counterexample.
     *
     * @param gradient the product of the cotangent with the Jacobian of the logits, in the shape of the input; zero if it is
     *     not wanted; not to be changed or kept
     */
    void learn(float[] gradient);

    /**
     * Tells where the search stands, to say of a counterexample how it was found.
     *
     * @return the number of the restart and of the step within it, such as {@code restart 0, step 17}
     */
    String position();

    /**
     * Tells, when the search has nothing left to propose, whether none of the answers said where to go, so that it means nothing
     * that it found nothing.
     *
     * @return {@code true} if the search compared scores and all were the same
     */
    default boolean wasBlind() {
        return false;
    }
}
