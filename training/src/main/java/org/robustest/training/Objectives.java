package org.robustest.training;

import org.robustest.perturbation.PerturbationSet;

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
     * Returns cross-entropy with a penalty on the input gradient of the loss, a baseline of Ma and Liang (2022).
     *
     * @return the objective with weight β = 1 and the gradient measured in L2
     */
    public static JacobianRegularization jacobian() {
        return JacobianRegularization.withDefaults();
    }

    /**
     * Returns adversarial training (Madry et al., ICLR 2018): half the cross-entropy of the samples and half that of perturbed
     * ones.
     *
     * @param set what the adversary may do to each sample, such as {@code linf(0.1)}; the range that the samples declare
     *     restricts a set that has no range of its own
     * @return the objective by PGD with 10 steps from one random start; {@link AdversarialTraining#by} takes any attack
     */
    public static AdversarialTraining adversarial(PerturbationSet set) {
        return AdversarialTraining.within(set);
    }

    /**
     * Returns training by interval bounds (Gowal et al., ICCV 2019): half the cross-entropy of the samples, and half of what it is
     * at most for any input that the set allows.
     *
     * @param set what the adversary may do to each sample, such as {@code linf(0.1)}; the range that the samples declare
     *     restricts a set that has no range of its own
     * @return the objective for the whole set from the first step on; {@link CertifiedTraining#withRise} is the way to begin
     */
    public static CertifiedTraining certified(PerturbationSet set) {
        return CertifiedTraining.within(set);
    }

    /**
     * Returns the noise-to-signal regularization of Ma and Liang (2022): squared error, margin loss and {@code β log(1 + R)}.
     *
     * @return the objective with the settings of the paper for its convolutional network: β = 0.3, ε = 1, η = 0.01, noise in
     *     L∞, with the margin loss, from the first step on
     */
    public static NoiseToSignalRegularization nsr() {
        return NoiseToSignalRegularization.withDefaults();
    }
}
