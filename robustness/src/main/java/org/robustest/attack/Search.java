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
     * @param point receives the point, which must lie in the region of the search
     * @return {@code false} if there is nothing left to try
     */
    boolean propose(float[] point);

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
     * @param gradient the product of the cotangent with the Jacobian of the logits, in the shape of the input; not to be
     *     changed or kept
     */
    void learn(float[] gradient);

    /**
     * Tells where the search stands, to say of a counterexample how it was found.
     *
     * @return the number of the restart and of the step within it, such as {@code restart 0, step 17}
     */
    String position();
}
