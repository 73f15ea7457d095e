package org.robustest.training;

import org.robustest.network.Objective;

/** The cross-entropy of one batch with upper bounds of {@code z_k − z_y} for the logits, and 0 for that of the true class. */
final class BoundPass implements Objective {

    private final TrainingBatch batch;
    private final double weight;
    private final double[] losses;

    BoundPass(TrainingBatch batch, double weight) {
        this.batch = batch;
        this.weight = weight / batch.size();
        this.losses = new double[batch.size()];
    }

    @Override
    public boolean dependsOnInputGradient() {
        return false;
    }

    @Override
    public void inputGradientCotangent(int index, float[] bounds, float[] cotangent) {}

    @Override
    public void derivatives(
            int index,
            float[] bounds,
            float[] inputGradient,
            float[] boundDerivative,
            float[] inputGradientDerivative) {
        int label = batch.label(index);
        int classes = batch.classifier().classCount();
        float[] worst = new float[classes];
        System.arraycopy(bounds, label * classes, worst, 0, classes);
        worst[label] = 0;
        double[] probabilities = Softmax.of(worst);
        losses[index] = Softmax.logOfSum(worst);
        for (int k = 0; k < classes; k++) {
            boundDerivative[label * classes + k] = k == label ? 0 : (float) (weight * probabilities[k]);
        }
    }

    /** The mean over the samples. */
    double loss() {
        return Sums.inOrder(losses) / batch.size();
    }
}
