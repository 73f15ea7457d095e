package org.robustest.attack;

/** What an attack makes grow, given by its derivative with respect to the logits. */
public interface Loss {

    /**
     * Writes the derivative, or a positive multiple of it.
     *
     * @param logits the logits z {@code [K]}
     * @param label the true class y
     * @param cotangent receives the derivative of the loss with respect to z {@code [K]}, not all zero
     */
    void cotangent(float[] logits, int label, float[] cotangent);

    /**
     * Returns the cross-entropy, {@code log Σ_j exp(z_j) - z_y}.
     *
     * <p>Its derivative {@code softmax(z) - e_y} is divided by {@code 1 - softmax(z)_y}. So it does not fade where the
     * model is sure of itself, the usual way in which a model comes to look robust without being so (Carlini and Wagner,
     * 2017, section 5.A; Croce and Hein, 2020, section 4.1).
     *
     * @return the loss
     */
    static Loss crossEntropy() {
        return CrossEntropy.INSTANCE;
    }
}
