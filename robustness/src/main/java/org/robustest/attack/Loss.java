package org.robustest.attack;

/** What an attack makes grow: a function of the logits that is larger the more the model is wrong. */
public interface Loss {

    /**
     * Computes the loss.
     *
     * @param logits the logits z {@code [K]}
     * @param label the true class y
     * @return the loss; comparable between the points of one search
     */
    double value(float[] logits, int label);

    /**
     * Writes the derivative, or a positive multiple of it.
     *
     * @param logits the logits z {@code [K]}
     * @param label the true class y
     * @param cotangent receives the derivative of the loss with respect to z {@code [K]}, not all zero
     */
    void cotangent(float[] logits, int label, float[] cotangent);

    /**
     * Returns the number of classes from which on the loss makes sense.
     *
     * @return the number, at least 2
     */
    default int fewestClasses() {
        return 2;
    }

    /**
     * Returns this loss, and another for models that have too few classes for it.
     *
     * @param other what takes its place there
     * @return the loss, such as {@code Loss.dlr().orElse(Loss.margin())} for any number of classes
     */
    default Loss orElse(Loss other) {
        return new LossOrElse(this, other);
    }

    /**
     * Returns the cross-entropy C in the form {@code log Σ_{j≠y} exp(z_j) - z_y}, which grows where C does: it is
     * {@code log(exp(C) - 1)}.
     *
     * <p>Its derivative is that of C divided by {@code 1 - softmax(z)_y}. So it does not fade where the model is sure of
     * itself, the usual way in which a model comes to look robust without being so (Carlini and Wagner,
     * 2017, section 5.A; Croce and Hein, 2020, section 4.1).
     *
     * @return the loss
     */
    static Loss crossEntropy() {
        return CrossEntropy.INSTANCE;
    }

    /**
     * Returns the margin by which the strongest wrong class is ahead of the true one, {@code max_{j≠y} z_j - z_y} (Carlini and
     * Wagner, 2017, section 5.A, f6).
     *
     * @return the loss
     */
    static Loss margin() {
        return UntargetedMargin.INSTANCE;
    }

    /**
     * Returns the margin by which a class is ahead of the true one, {@code z_t - z_y}.
     *
     * @param target the class t, not the true one
     * @return the loss
     */
    static Loss margin(int target) {
        return new TargetedMargin(target);
    }

    /**
     * Returns the difference of logits ratio {@code -(z_y - max_{j≠y} z_j) / (z_π1 - z_π3)}, where π orders the logits from the
     * largest on: a margin that does not change when the logits are shifted or scaled (Croce and Hein, ICML 2020, equation 6).
     *
     * @return the loss, for 3 classes and up: among two there is no third logit, and the ratio would be constant
     */
    static Loss dlr() {
        return DifferenceOfLogitsRatio.INSTANCE;
    }

    /**
     * Returns the targeted difference of logits ratio {@code -(z_y - z_t) / (z_π1 - (z_π3 + z_π4) / 2)} (Croce and Hein, ICML
     * 2020, equation 7).
     *
     * @param target the class t, not the true one
     * @return the loss, for 4 classes and up
     */
    static Loss targetedDlr(int target) {
        return new TargetedDifferenceOfLogitsRatio(target);
    }
}
