package org.robustest.training;

import java.util.List;
import org.robustest.perturbation.Norm;

/**
 * The regularization by noise-to-signal ratio of L. Ma and L. Liang (Computers in Biology and Medicine 144, 2022, 105345;
 * arXiv:2110.09759).
 *
 * <p>Where a network is linear, noise δ with {@code ‖δ‖ ≤ ε} moves the logit {@code z_y} of the true class by at most {@code
 * ε ‖v‖_q} with {@code v = ∂z_y/∂x} and the norm q dual to that of the noise. The ratio {@code R = ε ‖v‖_q / (z_y + η)} is
 * made small together with a loss that keeps the signal up:
 *
 * <pre>{@code
 * loss = mean over the samples of Σ_j (z_j − 1[j=y])²
 *      + mean over the correct samples and j≠y of max(0, 1 − z_y + z_j), of those terms that lie in (0, 2)
 *      + β · mean over the correct samples with z_y > 0 of log(1 + R)
 * }</pre>
 *
 * <p>The gradient is exact, with the direction {@code ∂‖v‖_q/∂v} held fixed as the paper derives it; a step takes about twice
 * the time of one by cross-entropy. For smooth activations it includes the term of their curvature. Immutable.
 */
public final class NoiseToSignalRegularization implements TrainingObjective {

    private final double beta;
    private final double epsilon;
    private final double eta;
    private final Norm noise;
    private final boolean hasMargin;
    private final double start;
    private final double rise;

    private NoiseToSignalRegularization(
            double beta, double epsilon, double eta, Norm noise, boolean hasMargin, double start, double rise) {
        this.beta = beta;
        this.epsilon = epsilon;
        this.eta = eta;
        this.noise = noise;
        this.hasMargin = hasMargin;
        this.start = start;
        this.rise = rise;
    }

    static NoiseToSignalRegularization withDefaults() {
        return new NoiseToSignalRegularization(0.3, 1, 0.01, Norm.LINF, true, 0, 0);
    }

    /**
     * Returns this objective with another weight of the ratio. The larger, the more robust and the less accurate the model
     * becomes: the paper takes 0.3 for its convolutional network, 0.4 for its MLP.
     *
     * @param newBeta the weight β, 0 or more
     * @return the changed objective
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    public NoiseToSignalRegularization withBeta(double newBeta) {
        return new NoiseToSignalRegularization(
                Settings.notNegative(newBeta, "weight beta of the noise-to-signal ratio"),
                epsilon,
                eta,
                noise,
                hasMargin,
                start,
                rise);
    }

    /**
     * Returns this objective with another size of the noise.
     *
     * @param newEpsilon the norm ε of the noise within R, positive, in the unit of the inputs
     * @return the changed objective
     * @throws IllegalArgumentException if ε is not positive and finite
     */
    public NoiseToSignalRegularization withEpsilon(double newEpsilon) {
        return new NoiseToSignalRegularization(
                beta,
                Settings.positive(newEpsilon, "noise epsilon within the noise-to-signal ratio"),
                eta,
                noise,
                hasMargin,
                start,
                rise);
    }

    /**
     * Returns this objective with another summand of the signal.
     *
     * @param newEta the number η that keeps R finite where the logit is close to 0, positive
     * @return the changed objective
     * @throws IllegalArgumentException if η is not positive and finite
     */
    public NoiseToSignalRegularization withEta(double newEta) {
        return new NoiseToSignalRegularization(
                beta, epsilon, Settings.positive(newEta, "summand eta of the signal"), noise, hasMargin, start, rise);
    }

    /**
     * Returns this objective for noise that is bounded in another norm.
     *
     * @param norm the norm of the noise: the gradient is measured in L1 for {@code LINF}, in L2 for {@code L2}
     * @return the changed objective
     * @throws IllegalArgumentException for {@code L1}: its dual norm is the largest value of the gradient, which the paper
     *     does not treat
     */
    public NoiseToSignalRegularization withNoise(Norm norm) {
        DualNorm.of(norm);
        return new NoiseToSignalRegularization(beta, epsilon, eta, norm, hasMargin, start, rise);
    }

    /**
     * Returns this objective without the margin loss.
     *
     * @return the changed objective
     */
    public NoiseToSignalRegularization withoutMargin() {
        return new NoiseToSignalRegularization(beta, epsilon, eta, noise, false, start, rise);
    }

    /**
     * Returns this objective with a beginning by squared error alone. The paper begins so for its twelve-lead network, with
     * 10 epochs.
     *
     * @param epoch the epoch from which on the margin loss and the ratio count, 0 or more; the first epoch is 0
     * @return the changed objective
     * @throws IllegalArgumentException if the epoch is negative or not finite
     */
    public NoiseToSignalRegularization withStartEpoch(double epoch) {
        return new NoiseToSignalRegularization(
                beta, epsilon, eta, noise, hasMargin, Settings.notNegative(epoch, "start epoch"), rise);
    }

    /**
     * Returns this objective with a weight that grows linearly from 0 to β. Networks of many inputs need it: their {@code
     * ‖v‖₁} is so large at first that the whole weight at once would make all logits constant.
     *
     * @param epochs how long it grows, from the {@linkplain #withStartEpoch start epoch} on, 0 or more
     * @return the changed objective
     * @throws IllegalArgumentException if the number of epochs is negative or not finite
     */
    public NoiseToSignalRegularization withRise(double epochs) {
        return new NoiseToSignalRegularization(
                beta, epsilon, eta, noise, hasMargin, start, Settings.notNegative(epochs, "number of epochs of rise"));
    }

    @Override
    public TrainingLoss addGradients(TrainingBatch batch, double weight, List<float[]> gradients) {
        NoiseToSignalPass pass = new NoiseToSignalPass(this, batch, weight);
        batch.addGradients(pass, gradients);
        return pass.loss();
    }

    /** The weight of the ratio at a time of the training, counted in epochs. */
    double betaAt(double epoch) {
        if (epoch < start) {
            return 0;
        }
        return rise == 0 ? beta : beta * Math.min(1, (epoch - start) / rise);
    }

    boolean hasMarginAt(double epoch) {
        return hasMargin && epoch >= start;
    }

    double epsilon() {
        return epsilon;
    }

    double eta() {
        return eta;
    }

    Norm noise() {
        return noise;
    }

    /** Returns the settings, such as {@code nsr(beta=0.3, epsilon=1.0, eta=0.01, noise=LINF, margin=true)}. */
    @Override
    public String toString() {
        return "nsr(beta=" + beta + ", epsilon=" + epsilon + ", eta=" + eta + ", noise=" + noise + ", margin="
                + hasMargin + (start > 0 ? ", start=" + start : "") + (rise > 0 ? ", rise=" + rise : "") + ")";
    }
}
