package org.robustest.network;

/**
 * An objective of training that depends on the logits z and on the input gradient {@code v = Jᵀ u} of each sample, given by
 * what its gradient with respect to the parameters θ is made of:
 *
 * <pre>{@code Σ_samples cᵀ ∂z/∂θ + uᵀ ∂(J s)/∂θ}</pre>
 *
 * <p>with c, the derivative of the objective with respect to the logits, and s, that with respect to the input gradient. The
 * noise-to-signal ratio of Ma and Liang (2022) is of this kind: u is the one-hot label, and s a multiple of sign(v).
 */
public interface Objective {

    /**
     * Takes in the logits of the whole batch, before any other call: what the objective counts over the batch.
     *
     * @param logits the logits, row-major {@code [N, K]}; not to be changed or kept
     * @param count the number of samples N
     */
    default void prepare(float[] logits, int count) {}

    /**
     * Tells whether the objective depends on input gradients. Without, training costs half as much.
     *
     * @return {@code false} if u and s are 0 for all samples
     */
    default boolean dependsOnInputGradient() {
        return true;
    }

    /**
     * Writes the cotangent u whose input gradient the objective depends on.
     *
     * @param index the index of the sample in its batch
     * @param logits the logits z {@code [K]} of that sample; not to be changed or kept
     * @param cotangent receives u {@code [K]}; holds zeros; not to be kept
     */
    void inputGradientCotangent(int index, float[] logits, float[] cotangent);

    /**
     * Writes the derivatives of the objective.
     *
     * @param index the index of the sample in its batch
     * @param logits the logits z {@code [K]}; not to be changed or kept
     * @param inputGradient the input gradient v in the shape of the input; not to be changed or kept
     * @param logitDerivative receives c {@code [K]}; holds zeros; not to be kept
     * @param inputGradientDerivative receives s in the shape of the input; holds zeros; not to be kept
     */
    void derivatives(
            int index, float[] logits, float[] inputGradient, float[] logitDerivative, float[] inputGradientDerivative);

    /**
     * Adds to the derivative with respect to the logits what a cotangent that depends on them contributes: {@code (∂u/∂z)ᵀ t}
     * with {@code t = J s}. Nothing if u is constant, as in the noise-to-signal ratio.
     *
     * @param index the index of the sample in its batch
     * @param logits the logits z {@code [K]}; not to be changed or kept
     * @param logitTangents t {@code [K]}; not to be changed or kept
     * @param logitDerivative holds c {@code [K]}, to be added to; not to be kept
     */
    default void addCotangentDerivative(int index, float[] logits, float[] logitTangents, float[] logitDerivative) {}
}
