package org.robustest.training;

import org.robustest.network.Objective;

/** The Jacobian regularization of one batch. Its cotangent {@code u = ∂L/∂z = softmax(z) − 1[y]} depends on the logits. */
final class JacobianPass implements Objective {

    private final TrainingBatch batch;
    private final double beta;
    private final double share;
    private final DualNorm norm;
    private final double[] losses;
    private final double[] penalties;

    JacobianPass(TrainingBatch batch, double weight, double beta, DualNorm norm) {
        this.batch = batch;
        this.beta = beta;
        this.share = weight / batch.size();
        this.norm = norm;
        this.losses = new double[batch.size()];
        this.penalties = new double[batch.size()];
    }

    @Override
    public boolean dependsOnInputGradient() {
        return beta > 0;
    }

    @Override
    public void inputGradientCotangent(int index, float[] logits, float[] cotangent) {
        writeLossDerivative(index, logits, 1, cotangent);
    }

    private void writeLossDerivative(int index, float[] logits, double factor, float[] derivative) {
        double[] probabilities = Softmax.of(logits);
        for (int k = 0; k < logits.length; k++) {
            derivative[k] = (float) (factor * (probabilities[k] - (k == batch.label(index) ? 1 : 0)));
        }
    }

    @Override
    public void derivatives(
            int index,
            float[] logits,
            float[] inputGradient,
            float[] logitDerivative,
            float[] inputGradientDerivative) {
        double length = beta > 0 ? norm.of(inputGradient) : 0;
        losses[index] = Softmax.logOfSum(logits) - logits[batch.label(index)];
        penalties[index] = beta * length;
        writeLossDerivative(index, logits, share, logitDerivative);
        norm.writeDerivative(inputGradient, length, share * beta, inputGradientDerivative);
    }

    /** The Hessian of the cross-entropy times t: {@code p ⊙ t − p (pᵀ t)}. */
    @Override
    public void addCotangentDerivative(int index, float[] logits, float[] logitTangents, float[] logitDerivative) {
        double[] probabilities = Softmax.of(logits);
        double mean = 0;
        for (int k = 0; k < logits.length; k++) {
            mean += probabilities[k] * logitTangents[k];
        }
        for (int k = 0; k < logits.length; k++) {
            logitDerivative[k] += (float) (probabilities[k] * (logitTangents[k] - mean));
        }
    }

    TrainingLoss loss() {
        return TrainingLoss.of(CrossEntropy.PART, Sums.inOrder(losses) / batch.size())
                .plus(TrainingLoss.of("input gradient", Sums.inOrder(penalties) / batch.size()));
    }
}
