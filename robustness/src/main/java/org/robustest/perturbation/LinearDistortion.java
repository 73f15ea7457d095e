package org.robustest.perturbation;

import org.robustest.samples.Shape;

/** The changes {@code B θ} for parameters θ with {@code ‖θ‖ <= ε}: a linear image of the ball of a norm. */
final class LinearDistortion implements Distortion {

    private final Basis basis;
    private final Norm norm;
    private final double epsilon;

    LinearDistortion(Basis basis, Norm norm, double epsilon) {
        this.basis = basis;
        this.norm = norm;
        this.epsilon = epsilon;
    }

    @Override
    public Shape parameters() {
        return basis.parameters();
    }

    @Override
    public void apply(float[] parameters, double[] changes) {
        double[] theta = new double[parameters.length];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = parameters[i];
        }
        basis.apply(theta, changes);
    }

    @Override
    public void pullBack(float[] parameters, double[] inputGradient, double[] gradient) {
        basis.applyTransposed(inputGradient, gradient);
    }

    /** A value changes by at most ε times the dual norm of its row of B. */
    @Override
    public void bound(double[] lowest, double[] highest) {
        double[] unit = new double[lowest.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = 1;
            highest[i] = support(unit);
            lowest[i] = -highest[i];
            unit[i] = 0;
        }
    }

    /** By Hölder's inequality, which some θ makes an equality. */
    @Override
    public double support(double[] weights) {
        double[] pulled = new double[parameters().size()];
        basis.applyTransposed(weights, pulled);
        return epsilon * norm.dual(pulled);
    }
}
