package org.robustest.classifier;

/**
 * A classifier that can also say how its logits change with the input.
 *
 * <p>One primitive serves every attack: the vector-Jacobian product. Cross-entropy, the difference of logits ratio,
 * margins and rows of the Jacobian differ only in their {@link Cotangent}.
 */
public interface DifferentiableClassifier extends Classifier {

    /**
     * Computes the logits z of a batch and, for every input x, the product {@code uᵀ ∂z/∂x} with a cotangent u that may
     * depend on the logits.
     *
     * @param inputs the inputs, row-major {@code [N, C, L]}; not changed
     * @param count the number of inputs N, from 0
     * @param cotangent gives the cotangent of each input once its logits are known; called once for each input, possibly
     *     by several threads at once
     * @param logits receives the logits, row-major {@code [N, K]}
     * @param gradients receives the products, row-major {@code [N, C, L]}; not the same array as {@code inputs}
     * @throws IllegalArgumentException if an array is too small for {@code count} inputs
     */
    void inputGradients(float[] inputs, int count, Cotangent cotangent, float[] logits, float[] gradients);
}
