package org.robustest.training;

import java.util.List;
import org.robustest.perturbation.Norm;

/**
 * Cross-entropy L with a penalty on its input gradient, {@code mean of L + β ‖∂L/∂x‖_q} over the samples; the Jacobian
 * regularization that Ma and Liang (2022) compare with. Its gradient is exact. Immutable.
 */
public final class JacobianRegularization implements TrainingObjective {

    private final double beta;
    private final Norm noise;

    private JacobianRegularization(double beta, Norm noise) {
        this.beta = beta;
        this.noise = noise;
    }

    static JacobianRegularization withDefaults() {
        return new JacobianRegularization(1, Norm.L2);
    }

    /**
     * Returns this objective with another weight of the penalty.
     *
     * @param newBeta the weight β, 0 or more
     * @return the changed objective
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    public JacobianRegularization withBeta(double newBeta) {
        return new JacobianRegularization(
                Settings.notNegative(newBeta, "weight beta of the Jacobian regularization"), noise);
    }

    /**
     * Returns this objective for noise that is bounded in another norm.
     *
     * @param norm the norm of the noise: the gradient is measured in L1 for {@code LINF}, in L2 for {@code L2}
     * @return the changed objective
     * @throws IllegalArgumentException for {@code L1}
     */
    public JacobianRegularization withNoise(Norm norm) {
        DualNorm.of(norm);
        return new JacobianRegularization(beta, norm);
    }

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        JacobianPass pass = new JacobianPass(batch, weight, beta, DualNorm.of(noise));
        batch.addGradients(pass, gradients);
        return pass.loss();
    }

    /** Returns the settings, such as {@code jacobian(beta=1.0, noise=L2)}. */
    @Override
    public String toString() {
        return "jacobian(beta=" + beta + ", noise=" + noise + ")";
    }
}
