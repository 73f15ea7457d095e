package org.robustest.training;

/** The objectives that are offered. */
public final class Objectives {

    private Objectives() {}

    /**
     * Returns the cross-entropy of the softmax of the logits, {@code log Σ_k exp(z_k) − z_y}, the mean over the samples.
     *
     * <p>It trains a model without any defence. The logits are those in front of the model's softmax; a model that ends in
     * sigmoids is trained by the same formula on what they are applied to.
     *
     * @return the objective
     */
    public static TrainingObjective crossEntropy() {
        return CrossEntropy.INSTANCE;
    }

    /**
     * Returns the noise-to-signal regularization of Ma and Liang (2022): squared error, margin loss and {@code β log(1 + R)}.
     *
     * @return the objective with the settings of the paper for its convolutional network: β = 0.3, ε = 1, η = 0.01, noise in
     *     L∞, with the margin loss, from the first step on
     */
    public static NoiseToSignalRatio nsr() {
        return NoiseToSignalRatio.withDefaults();
    }
}
